import { describe, expect, it } from 'vitest';
import { compileExpression } from './expression';
import { parseExpression } from './parse';
import { printExpression } from './print';

describe('parseExpression', () => {
  it.each([
    ['a or b and c', 'a or (b and c)'],
    ['not a and b', '(not a) and b'],
    ['not city == "Pune"', 'not (city == "Pune")'],
    ['not a in [1]', 'not (a in [1])'],
    ['a + b * c', 'a + (b * c)'],
    ['a - b - c', '(a - b) - c'],
    ['a / b * c', '(a / b) * c'],
    ['-a + b', '(-a) + b'],
    ['a + 1 < b * 2 and c', '((a + 1) < (b * 2)) and c'],
    ['a | default(1 + 2) | inr', '(a | default((1 + 2))) | inr'],
    ['a + b | inr', '(a + b) | inr'],
  ])('reads %s as %s', (source, bracketed) => {
    expect(printed(source)).toBe(printed(bracketed));
  });

  it.each([
    ['', 'Something is missing at the end.', 0],
    ['a ==', 'Something is missing at the end.', 4],
    ['a = 1', '"=" has no meaning here. To compare, write "==".', 2],
    ['a && b', '"&&" has no meaning here. Write "and".', 2],
    ['!a', '"!" has no meaning here. Write "not".', 0],
    ['1 < a < 5', 'Two comparisons in a row: join them with "and".', 6],
    ['(a', 'A ")" is missing.', 2],
    ['min(a b)', 'A ")" is missing before "b".', 6],
    ['[1, 2', 'A "]" is missing.', 5],
    ['a b', '"b" was not expected here.', 2],
    ['and b', 'Something is missing before "and".', 0],
    ['"open', 'This text has no closing quote.', 0],
    ['“curly”', 'Write straight quotes: "…".', 0],
    ['50lakh', '"50lakh" is neither a number nor a name.', 0],
    ['99999999999999999', 'The number 99999999999999999 is too large.', 0],
    ['a | ', 'After "|" comes the name of a format.', 4],
    ['a.b()', 'There is no function "a.b".', 0],
    ['constructor("x")', 'There is no function "constructor".', 0],
    ['a | toString', 'There is no format "toString".', 4],
    ['emi(1, 2)', 'Too few values: write emi(principal, rate, months).', 0],
    ['1 + abs(1, 2)', 'Too many values: write abs(x).', 4],
    ['lower("x") | label', 'Say whose label: label("property_type").', 13],
    ['a[0]', '"[" was not expected here.', 1],
    ['ಮನೆ', '"ಮ" has no meaning here.', 0],
  ])('says what is wrong with %s', (source, message, at) => {
    expect(compileExpression(source)).toEqual({ ok: false, error: { message, at } });
  });

  it('refuses what is too long, too deep or has too many parts, and stays quick', () => {
    const sources = [
      '('.repeat(1_999),
      'not '.repeat(499),
      '-'.repeat(1_999),
      `1${'+1'.repeat(600)}`,
      ' '.repeat(2_001),
    ];
    for (const source of sources) expect(parseExpression(source).ok).toBe(false);
    expect(parseExpression(`1${'+1'.repeat(240)}`).ok).toBe(true);
  });
});

/** What is read, written again with no more brackets than needed: the same for the same expression. */
function printed(source: string): string {
  const parsed = parseExpression(source);
  return parsed.ok ? printExpression(parsed.expression) : parsed.error.message;
}
