import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInText, type Matching } from './find-in-text';

const found = (text: string, query: string, matching: Matching = {}) =>
  findInText(text, query, matching).map(({ start, end }) => text.slice(start, end));

describe('what is found in a text', () => {
  it('is found in small and capital letters, unless case counts', () => {
    expect(found('Rate, rate, RATE', 'rate')).toEqual(['Rate', 'rate', 'RATE']);
    expect(found('Rate, rate, RATE', 'rate', { isCaseSensitive: true })).toEqual(['rate']);
    expect(found('Straße, STRASSE', 'strasse')).toEqual(['Straße', 'STRASSE']);
    expect(found('ΟΔΟΣ οδος', 'οδός'.normalize('NFD').replace('\u0301', ''))).toEqual(['ΟΔΟΣ', 'οδος']);
  });

  it('is found however its marks are composed, and with them', () => {
    const [composed, apart] = ['café', 'cafe\u0301'];
    for (const text of [composed, apart]) {
      expect(found(`Le ${text} noir`, composed)).toEqual([text]);
      expect(found(`Le ${text} noir`, apart)).toEqual([text]);
      expect(found(`Le ${text} noir`, 'cafe')).toEqual([]);
    }
    expect(found('கொ கெ\u0BBE', 'கொ')).toEqual(['கொ', 'கெ\u0BBE']);
    expect(found('ಮನೆ, ಮನೆಯ', 'ಮನೆ')).toEqual(['ಮನೆ', 'ಮನೆ']);
    expect(found('ಕಿ', 'ಕ')).toEqual(['ಕ']);
  });

  it('is never a part of an emoji', () => {
    const family = '👩‍👩‍👧';
    expect(found(`a ${family} b 👩`, '👩')).toEqual(['👩']);
    expect(found(`${family}${family}`, family)).toEqual([family, family]);
    expect(found('👍🏽 👍', '👍')).toEqual(['👍']);
    expect(found(family, '👧')).toEqual([]);
    expect(found('❤️', '❤')).toEqual([]);
  });

  it('is a whole word when that is wanted, in every script', () => {
    const whole = { isWholeWord: true };
    expect(found('loan loans, loan.', 'loan', whole)).toEqual(['loan', 'loan']);
    expect(found('ಮನೆ, ಮನೆಯ', 'ಮನೆ', whole)).toEqual(['ಮನೆ']);
    expect(found('loan_amount {{loan}}', 'loan', whole)).toEqual(['loan']);
    expect(found('(₹) 5₹', '₹', whole)).toEqual(['₹']);
  });

  it('does not overlap, and is nothing for nothing', () => {
    expect(findInText('aaaa', 'aa')).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ]);
    expect(findInText('text', '')).toEqual([]);
    expect(findInText('', 'text')).toEqual([]);
    expect(found('{{ name }} (a.b)', '(a.b)')).toEqual(['(a.b)']);
  });

  it('is at its place whatever stands around it', () => {
    const piece = fc.constantFrom(
      'a',
      'É',
      'e\u0301',
      'ß',
      'İ',
      'ಕಿ',
      'கெ\u0BBE',
      'क़',
      '👩‍👩‍👧',
      '👍🏽',
      '\u200F',
      '\u202E',
      '가',
      '가',
      ' ',
      'ﬁ',
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (before, behind) => {
        for (const wanted of ['ZÜ', 'zu\u0308']) {
          expect(found(`${before} ${wanted} ${behind}`, 'zü')).toEqual([wanted]);
        }
      }),
    );
  });

  it('is the text itself, for any text with a letter in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        expect(findInText(text, text)).toEqual([{ start: 0, end: text.length }]);
        expect(findInText(text, text.normalize('NFD')).length).toBe(1);
      }),
    );
  });
});
