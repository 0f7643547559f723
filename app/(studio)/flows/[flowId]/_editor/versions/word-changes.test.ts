import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordChanges } from './word-changes';

const shown = (was: string, is: string, language = 'en') =>
  wordChanges(was, is, language).map(({ kind, text }) => `${signs[kind]}${text}`);
const signs = { same: '=', added: '+', removed: '-' } as const;

describe('the difference of two texts', () => {
  it('is told word by word', () => {
    expect(shown('Which city is it in?', 'Which town is it in?')).toEqual(['=Which ', '-city', '+town', '= is it in?']);
    expect(shown('Hello', 'Hello there')).toEqual(['=Hello', '+ there']);
    expect(shown('', 'Hello')).toEqual(['+Hello']);
    expect(shown('Hello', '')).toEqual(['-Hello']);
    expect(shown('Same', 'Same')).toEqual(['=Same']);
  });

  it('takes neighbouring words together, with the spaces between them', () => {
    expect(shown('say one two now', 'say three four now')).toEqual(['=say ', '-one two', '+three four', '= now']);
  });

  it('takes a variable as one word, and no full stop for something that stayed', () => {
    expect(shown('From {{ facts.rate_min | percent }} a year', 'From {{ facts.rate_max | percent }} a year')).toEqual([
      '=From ',
      '-{{ facts.rate_min | percent }}',
      '+{{ facts.rate_max | percent }}',
      '= a year',
    ]);
    expect(shown('One. Two', 'Three. Four')).toEqual(['-One. Two', '+Three. Four']);
  });

  it('never tears a letter of an Indian script from its marks', () => {
    expect(shown('ನಿಮ್ಮ ಆಸ್ತಿ ಎಲ್ಲಿದೆ?', 'ನಿಮ್ಮ ಮನೆ ಎಲ್ಲಿದೆ?', 'kn')).toEqual(['=ನಿಮ್ಮ ', '-ಆಸ್ತಿ', '+ಮನೆ', '= ಎಲ್ಲಿದೆ?']);
    expect(shown('கி', 'கீ', 'ta')).toEqual(['-கி', '+கீ']);
    expect(shown('👩‍👩‍👧 hi', '👩‍👩‍👦 hi')).toEqual(['-👩‍👩‍👧', '+👩‍👩‍👦', '= hi']);
  });

  it('holds both texts, whatever they are', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'ಕ', '್', 'ಿ', ' ', '\n', '{{name}}', '👍', '\u200d', '\u202e'),
    });
    fc.assert(
      fc.property(text, text, (was, is) => {
        const changes = wordChanges(was, is, 'kn');
        const joined = (kind: string) => changes.filter((change) => change.kind !== kind).map((change) => change.text);
        expect(joined('added').join('')).toBe(was);
        expect(joined('removed').join('')).toBe(is);
      }),
    );
  });
});
