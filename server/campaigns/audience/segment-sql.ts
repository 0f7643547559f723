import { storedFacts } from '../../sealing/seal-facts';
import type { SegmentFilter, SegmentRule } from '../plan/segment-filter';

/** A condition on `contacts c LEFT JOIN leads l`, and the values of its parameters. */
export type SqlCondition = { readonly text: string; readonly values: readonly unknown[] };

/**
 * What holds of the people of a segment, as SQL whose parameters begin at `$first`. What is not known is neither at least nor
 * at most anything, and is not any value; interest is 0 to 1, as it is kept.
 */
export function segmentSql({ rules }: SegmentFilter, first: number): SqlCondition {
  const values: unknown[] = [];
  const parameter = (value: unknown): string => {
    values.push(value);
    return `$${first + values.length - 1}`;
  };
  const conditions = rules.map((rule) => `(${conditionOf(rule, parameter)})`);
  return { text: conditions.length === 0 ? 'TRUE' : conditions.join(' AND '), values };
}

type Parameter = (value: unknown) => string;

function conditionOf(rule: SegmentRule, parameter: Parameter): string {
  switch (rule.field) {
    case 'slot':
      return slotCondition(rule, parameter);
    case 'state':
      return oneOf('l.state_id', rule, parameter);
    case 'flow':
      return oneOf('l.flow_id', rule, parameter);
    case 'language':
      return oneOf('c.language', rule, parameter);
    case 'tag': {
      const hasOne = `c.tags && ${parameter(rule.values)}::text[]`;
      return rule.operator === 'is' ? hasOne : `NOT ${hasOne}`;
    }
    case 'score':
      return compared('l.score', rule, parameter);
    case 'interest':
      return compared('l.interest', rule, parameter);
    case 'lastSeen':
      return compared(`extract(epoch FROM now() - c.last_inbound_at) / 86400`, rule, parameter);
    default:
      return rule satisfies never;
  }
}

type SlotRule = Extract<SegmentRule, { field: 'slot' }>;

function slotCondition(rule: SlotRule, parameter: Parameter): string {
  const name = `${parameter(rule.slot)}::text`;
  const value = `l.facts ->> ${name}`;
  switch (rule.operator) {
    case 'is':
    case 'isNot':
      return oneOf(value, { ...rule, values: storedFacts(rule.slot, rule.values) }, parameter);
    case 'atLeast':
    case 'atMost': {
      // The order of conditions is PostgreSQL's own: only CASE keeps a text from being read as a number.
      const number = `CASE jsonb_typeof(l.facts -> ${name}) WHEN 'number' THEN (${value})::float8 END`;
      return compared(number, rule, parameter);
    }
    case 'isKnown':
      return `${value} IS NOT NULL`;
    case 'isUnknown':
      return `${value} IS NULL`;
    default:
      return rule satisfies never;
  }
}

type Choice = { readonly operator: 'is' | 'isNot'; readonly values: readonly string[] };

function oneOf(value: string, { operator, values }: Choice, parameter: Parameter): string {
  const isOne = `${value} = ANY(${parameter(values)}::text[])`;
  return operator === 'is' ? isOne : `COALESCE(NOT ${isOne}, TRUE)`;
}

type Bound = { readonly operator: 'atLeast' | 'atMost'; readonly amount: number };

function compared(value: string, { operator, amount }: Bound, parameter: Parameter): string {
  return `${value} ${operator === 'atLeast' ? '>=' : '<='} ${parameter(amount)}::float8`;
}
