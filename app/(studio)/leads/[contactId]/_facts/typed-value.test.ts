import { describe, expect, it } from 'vitest';
import { fromTyped, toTyped } from './typed-value';

describe('a fact in its field', () => {
  it.each([
    ['amountInr', 8_000_000],
    ['months', 180],
    ['number', 1_200.5],
    ['choice', 'house'],
    ['place', 'ಬೆಂಗಳೂರು'],
    ['boolean', false],
    ['dateTime', '2026-12-01T04:30:00.000Z'],
  ] as const)('of the kind %s comes back as it was', (kind, value) => {
    expect(fromTyped(kind, toTyped(kind, value))).toBe(value);
  });

  it.each([
    ['amountInr', '80.5'],
    ['amountInr', '-1'],
    ['months', 'ten'],
    ['text', '  '],
    ['dateTime', 'tomorrow'],
  ] as const)('of the kind %s is nothing while it says %s', (kind, typed) => {
    expect(fromTyped(kind, typed)).toBeNull();
  });
});
