import { describe, expect, it } from 'vitest';
import { compileTemplate } from '@/flows/expressions/template';
import { customerSlots } from '@/flows/schema/slots';
import { fieldText, guessText, insertAt } from './field-text';

describe('fieldText', () => {
  it.each([...Object.keys(customerSlots), 'column.branch_city', 'facts.rate_min', 'facts.ticket_max_inr'])(
    'says %s in a text that can be read',
    (field) => {
      expect(compileTemplate(fieldText(field, 'a "word"')).errors).toEqual([]);
      expect(compileTemplate(fieldText(field, '')).errors).toEqual([]);
    },
  );

  it('says an amount as people do, and what stands for an unknown one', () => {
    expect(fieldText('property_value', ' your house ')).toBe(
      '{{ property_value | lakhCrore | default("your house") }}',
    );
  });
});

describe('guessText', () => {
  const fields = ['name', 'property_type', 'column.city', 'property_value', 'facts.rate_min'];

  it.each([
    ['name', '{{ name }}'],
    ['property', '{{ property_type | label }}'],
    ['city', '{{ column.city }}'],
    ['new_rate', '{{ facts.rate_min | percent }}'],
    ['officer', ''],
  ])('fills “%s” with %s', (variable, text) => {
    expect(guessText(variable, fields)).toBe(text);
  });
});

describe('insertAt', () => {
  it('puts the piece where the cursor is, at the most at the end', () => {
    expect(insertAt('Dear !', 5, '{{ name }}')).toEqual({ text: 'Dear {{ name }}!', cursor: 15 });
    expect(insertAt('ab', 9, 'c')).toEqual({ text: 'abc', cursor: 3 });
  });
});
