import { describe, expect, it } from 'vitest';
import type { ConditionRow } from '@/flows/expressions/conditions/condition';
import { slotKind } from '@/flows/schema/slots';
import { operatorsFor, withName, withOperator } from './row-operators';

const amount = { kind: 'amountInr' } as const;
const choice = { kind: 'choice', choices: ['house', 'plot'] } as const;
const row: ConditionRow = {
  type: 'comparison',
  name: 'property_value',
  operator: '>=',
  operand: { type: 'value', value: 500_000 },
};

describe('the rows of a condition', () => {
  it.each(slotKind.options)('offer operators for %s', (kind) => {
    expect(operatorsFor({ kind }).length).toBeGreaterThan(1);
  });

  it('keep the value when the name changes to one of the same kind', () => {
    expect(withName(row, 'loan_amount_needed', amount)).toEqual({ ...row, name: 'loan_amount_needed' });
  });

  it('begin anew when neither operator nor value fits', () => {
    expect(withName(row, 'property_type', choice)).toEqual({
      type: 'comparison',
      name: 'property_type',
      operator: '==',
      operand: { type: 'value', value: 'house' },
    });
  });

  it('carry a value from a comparison into a list and back', () => {
    const is: ConditionRow = {
      type: 'comparison',
      name: 'property_type',
      operator: '==',
      operand: { type: 'value', value: 'plot' },
    };
    const list = withOperator(is, 'in', choice);
    expect(list).toMatchObject({ type: 'list', operand: { type: 'values', values: ['plot'] } });
    expect(withOperator(list, '==', choice)).toEqual(is);
  });

  it('compare a time with now at first', () => {
    const known: ConditionRow = { type: 'standing', name: 'callback_at', is: 'known' };
    expect(withOperator(known, '>', { kind: 'dateTime' })).toMatchObject({ operand: { type: 'now' } });
  });
});
