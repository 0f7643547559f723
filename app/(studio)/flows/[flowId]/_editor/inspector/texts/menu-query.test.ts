import { describe, expect, it } from 'vitest';
import { completeQuery, insertPlaceholder, menuQuery } from './menu-query';

describe('menuQuery', () => {
  it.each([
    ['Hi {{', { kind: 'name', search: '' }],
    ['Hi {{ na', { kind: 'name', search: 'na' }],
    ['{{ facts.rate', { kind: 'name', search: 'facts.rate' }],
    ['{{ name }} and {{ pro', { kind: 'name', search: 'pro' }],
    ['{{ property_value | lakh', { kind: 'format', search: 'lakh' }],
    ['{{ property_value|', { kind: 'format', search: '' }],
    ['ನಮಸ್ಕಾರ {{ na', { kind: 'name', search: 'na' }],
  ])('opens after %s', (text, query) => {
    expect(menuQuery(text, text.length)).toMatchObject(query);
  });

  it.each(['Hi', 'Hi {', '{{ name }}', '{{ name }} x', '{{ label("a', '{{ a + b', 'line {{\n'])(
    'stays closed after %s',
    (text) => {
      expect(menuQuery(text, text.length)).toBeNull();
    },
  );

  it('goes by the cursor and not by the end', () => {
    expect(menuQuery('{{ na }} later', 5)).toMatchObject({ search: 'na' });
  });
});

describe('completeQuery', () => {
  it.each([
    ['Hi {{', 'name', 'Hi {{ name }}'],
    ['Hi {{ na', 'name', 'Hi {{ name }}'],
    ['{{ property_value | la', 'lakhCrore', '{{ property_value | lakhCrore }}'],
  ])('completes %s', (text, chosen, whole) => {
    expect(completed(text, text.length, chosen)).toEqual({ text: whole, caret: whole.length });
  });

  it('replaces the name that is there and keeps what stands behind it', () => {
    expect(completed('{{ nam }}, hello', 5, 'property_value')).toEqual({
      text: '{{ property_value }}, hello',
      caret: 20,
    });
    expect(completed('{{ na | upper }}!', 5, 'name').text).toBe('{{ name | upper }}!');
    expect(completed('{{ na and more', 5, 'name').text).toBe('{{ name }} and more');
  });
});

describe('insertPlaceholder', () => {
  it('puts it at the cursor', () => {
    expect(insertPlaceholder('Hi !', 3, 'name')).toEqual({ text: 'Hi {{ name }}!', caret: 13 });
  });
});

function completed(text: string, caret: number, chosen: string) {
  const query = menuQuery(text, caret);
  if (!query) throw new Error(`No menu opens in ${text}.`);
  return completeQuery(text, caret, query, chosen);
}
