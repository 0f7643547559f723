import { describe, expect, it } from 'vitest';
import { customerSlots } from '@/flows/schema/slots';
import { segmentFilter } from '@/server/campaigns/plan/segment-filter';
import { type Choices, fieldOf, fieldOptions, newRule, operatorsOf, unitOf } from './rule-fields';

const choices: Choices = {
  language: [{ value: 'kn', label: 'ಕನ್ನಡ' }],
  state: [{ value: 'qualify', label: 'Qualify' }],
  tag: [],
  'slot.property_location': [{ value: 'Bengaluru', label: 'Bengaluru' }],
};

describe('the rules of a segment', () => {
  it('can be made for every field that is offered, in every way that it can be compared, and stand as they are', () => {
    const fields = fieldOptions(choices).map(({ value }) => value);
    expect(fields).toHaveLength(5 + Object.keys(customerSlots).length);
    for (const field of fields) {
      for (const operator of operatorsOf(field, choices)) {
        const rule = newRule(field, operator, choices);
        expect(segmentFilter.safeParse({ rules: [rule] }).success, `${field} ${operator}`).toBe(true);
        expect(rule && fieldOf(rule)).toBe(field);
        expect(rule?.operator).toBe(operator);
      }
    }
  });

  it('offer no list without values, and values only where there are some', () => {
    expect(fieldOptions(choices).map(({ value }) => value)).not.toContain('tag');
    expect(operatorsOf('slot.property_location', choices)).toContain('is');
    expect(operatorsOf('slot.property_location', {})).toEqual(['isKnown', 'isUnknown']);
    expect(operatorsOf('slot.property_type', {})).toContain('isNot');
    expect(newRule('tag', 'is', choices)).toBeUndefined();
  });

  it('say what is counted', () => {
    expect(unitOf('lastSeen')).toBe('days');
    expect(unitOf('slot.property_value')).toBe('rupees');
    expect(unitOf('score')).toBeNull();
  });
});
