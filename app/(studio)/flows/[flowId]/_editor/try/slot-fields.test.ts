import { describe, expect, it } from 'vitest';
import { slotDefinitions, slotValueFrom } from './slot-fields';
import { shippedFlow } from './testdata/shipped';

describe('slotValueFrom', () => {
  it.each([
    ['1,50,00,000', { kind: 'amountInr' }, 15_000_000],
    ['120', { kind: 'months' }, 120],
    ['-3', { kind: 'number' }, undefined],
    ['many', { kind: 'number' }, undefined],
    ['true', { kind: 'boolean' }, true],
    ['perhaps', { kind: 'boolean' }, undefined],
    ['house', { kind: 'choice', choices: ['house', 'shop'] }, 'house'],
    ['boat', { kind: 'choice', choices: ['house', 'shop'] }, undefined],
    ['2026-11-25T16:00:00+05:30', { kind: 'dateTime' }, '2026-11-25T16:00:00+05:30'],
    ['soon', { kind: 'dateTime' }, undefined],
    [' Mysuru ', { kind: 'place' }, 'Mysuru'],
    ['  ', { kind: 'text' }, undefined],
  ] as const)('reads %o as %o: %o', (typed, definition, value) => {
    expect(slotValueFrom(typed, definition)).toBe(value);
  });
});

describe('slotDefinitions', () => {
  it('has what customers tell and what the flow keeps', () => {
    const definitions = slotDefinitions(shippedFlow);
    expect(definitions.get('property_type')?.kind).toBe('choice');
    expect(definitions.get('shown_value')?.kind).toBe('amountInr');
  });
});
