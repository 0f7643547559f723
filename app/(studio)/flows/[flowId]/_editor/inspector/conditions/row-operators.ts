import {
  type ComparisonOperator,
  type ConditionRow,
  comparisonOperators,
  type ListOperator,
  listOperators,
  type Operand,
  type Standing,
  standings,
} from '@/flows/expressions/conditions/condition';
import type { SlotDefinition, SlotValue } from '@/flows/schema/slots';

export type RowOperator = Standing | ComparisonOperator | ListOperator;

export function operatorOf(row: ConditionRow): RowOperator {
  return row.type === 'standing' ? row.is : row.operator;
}

/** The operators that make sense for what is compared. */
export function operatorsFor(definition: SlotDefinition | null): readonly RowOperator[] {
  if (definition === null) return [...standings, ...comparisonOperators, ...listOperators];
  switch (definition.kind) {
    case 'boolean':
      return standings;
    case 'text':
    case 'choice':
    case 'place':
      return ['==', '!=', ...listOperators, 'known', 'unknown'];
    case 'number':
    case 'amountInr':
    case 'months':
    case 'dateTime':
      return [...comparisonOperators, 'known', 'unknown'];
    default:
      return definition.kind satisfies never;
  }
}

/** The row about something else; what it was compared with stays where it can. */
export function withName(row: ConditionRow, name: string, definition: SlotDefinition | null): ConditionRow {
  const renamed = { ...row, name };
  const operator = operatorOf(row);
  const isSensible = operatorsFor(definition).includes(operator);
  if (row.type === 'standing' && isSensible) return renamed;
  if (
    row.type === 'comparison' &&
    isSensible &&
    (row.operand.type !== 'value' || fits(row.operand.value, definition))
  ) {
    return renamed;
  }
  return rowOf(name, isSensible ? operator : (operatorsFor(definition)[0] ?? 'known'), definition, null);
}

/** The row with another operator; what it was compared with stays where it can. */
export function withOperator(
  row: ConditionRow,
  operator: RowOperator,
  definition: SlotDefinition | null,
): ConditionRow {
  return rowOf(row.name, operator, definition, row);
}

function rowOf(
  name: string,
  operator: RowOperator,
  definition: SlotDefinition | null,
  before: ConditionRow | null,
): ConditionRow {
  const is = standings.find((standing) => standing === operator);
  if (is) return { type: 'standing', name, is };
  const comparison = comparisonOperators.find((candidate) => candidate === operator);
  if (comparison) {
    const operand = before?.type === 'comparison' ? before.operand : firstOf(before, definition);
    return { type: 'comparison', name, operator: comparison, operand };
  }
  const list = listOperators.find((candidate) => candidate === operator) ?? 'in';
  if (before?.type === 'list') return { ...before, operator: list };
  const value =
    before?.type === 'comparison' && before.operand.type === 'value' ? before.operand.value : firstValue(definition);
  return { type: 'list', name, operator: list, operand: { type: 'values', values: [value] } };
}

function firstOf(before: ConditionRow | null, definition: SlotDefinition | null): Operand {
  const [value] = before?.type === 'list' && before.operand.type === 'values' ? before.operand.values : [];
  if (value !== undefined) return { type: 'value', value };
  return definition?.kind === 'dateTime' ? { type: 'now' } : { type: 'value', value: firstValue(definition) };
}

/** A value of the kind to begin with. */
export function firstValue(definition: SlotDefinition | null): SlotValue {
  if (isNumeric(definition)) return 0;
  return definition?.kind === 'boolean' ? true : (definition?.choices?.[0] ?? '');
}

export function isNumeric(definition: SlotDefinition | null): boolean {
  return definition?.kind === 'number' || definition?.kind === 'amountInr' || definition?.kind === 'months';
}

function fits(value: SlotValue, definition: SlotDefinition | null): boolean {
  if (definition === null) return true;
  if (definition.choices) return definition.choices.some((choice) => choice === value);
  return typeof value === typeof firstValue(definition);
}
