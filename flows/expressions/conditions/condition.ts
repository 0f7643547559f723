import type { SlotValue } from '../../schema/slots';

export const comparisonOperators = ['==', '!=', '<', '<=', '>', '>='] as const;
export type ComparisonOperator = (typeof comparisonOperators)[number];

export const listOperators = ['in', 'not in'] as const;
export type ListOperator = (typeof listOperators)[number];

/** What a name is by itself: `known(x)`, `unknown(x)`, `x`, `not x`. */
export const standings = ['known', 'unknown', 'true', 'false'] as const;
export type Standing = (typeof standings)[number];

/** What a name is compared with: a value, another name, or the moment of the turn. */
export type Operand =
  | Readonly<{ type: 'value'; value: SlotValue }>
  | Readonly<{ type: 'name'; name: string }>
  | Readonly<{ type: 'now' }>;

/** What a name is looked for in: values, or a list that has a name (`facts.cities_served`). */
export type ListOperand =
  | Readonly<{ type: 'values'; values: readonly SlotValue[] }>
  | Readonly<{ type: 'name'; name: string }>;

/** One line of a condition, as people edit it. */
export type ConditionRow =
  | Readonly<{ type: 'standing'; name: string; is: Standing }>
  | Readonly<{ type: 'comparison'; name: string; operator: ComparisonOperator; operand: Operand }>
  | Readonly<{ type: 'list'; name: string; operator: ListOperator; operand: ListOperand }>;

/** Rows inside a condition that are joined the other way than the condition itself. */
export type ConditionGroup = Readonly<{ type: 'group'; rows: readonly ConditionRow[] }>;

/** `and`: all parts hold; `or`: at least one does. */
export type Join = 'and' | 'or';

/** A condition as rows and groups of rows; without parts it always holds. */
export type ConditionRows = Readonly<{ join: Join; parts: readonly (ConditionRow | ConditionGroup)[] }>;

export function otherJoin(join: Join): Join {
  return join === 'and' ? 'or' : 'and';
}
