import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitText, splitText } from './cut-text';

const graphemes = (text: string) => [...new Intl.Segmenter('und').segment(text)].map(({ segment }) => segment);

describe('a text that is too long for its place', () => {
  test.each([
    ['a short one stays', 'Yes', 20, 'Yes'],
    ['one that just fits stays', 'x'.repeat(20), 20, 'x'.repeat(20)],
    ['Latin letters are cut at the limit', 'Talk to a loan officer', 20, 'Talk to a loan offi…'],
    ['no blank stands before the ellipsis', 'Talk to a loan of officers', 16, 'Talk to a loan…'],
    ['a Kannada conjunct is kept whole or left out', 'ಕ್ಷೇತ್ರಪಾಲಕ', 7, 'ಕ್ಷೇ…'],
    ['a Devanagari conjunct too', 'विक्रय', 5, 'वि…'],
    ['a Telugu conjunct too', 'ఆస్త్రం', 5, 'ఆ…'],
    ['a final virama ends its letter', 'ಲೋನ್ ಬೇಕು', 5, 'ಲೋನ್…'],
    ['a Tamil conjunct too', 'பக்ஷி', 4, 'ப…'],
    ['a Tamil vowel sign stays with its letter', 'நிலத்தின்', 3, 'நி…'],
    ['a family of four is kept whole or left out', 'ab👨‍👩‍👧‍👦cd', 10, 'ab…'],
    ['a flag is kept whole or left out', 'abc🇮🇳🇮🇳', 8, 'abc🇮🇳…'],
    ['half an emoji is never left', '🏠🏠', 3, '🏠…'],
  ])('%s', (_, text, limit, expected) => {
    expect(fitText(text, limit)).toBe(expected);
  });
});

describe('a text that becomes several messages', () => {
  test('is cut at a paragraph rather than a line, a sentence or a word', () => {
    expect(splitText('One two three.\n\nFour. Five six', 24)).toEqual(['One two three.', 'Four. Five six']);
    expect(splitText('One two three.\nFour. Five', 20)).toEqual(['One two three.', 'Four. Five']);
    expect(splitText('नमस्ते जी। कैसे हैं आप', 15)).toEqual(['नमस्ते जी।', 'कैसे हैं आप']);
    expect(splitText('One two three four five', 16)).toEqual(['One two three', 'four five']);
  });

  test('a word longer than a message is cut between graphemes', () => {
    const word = 'ಸ್ತ್ರೀ'.repeat(50);
    const pieces = splitText(word, 100);
    expect(pieces.join('')).toBe(word);
    expect(pieces.flatMap(graphemes)).toEqual(graphemes(word));
  });

  test('a grapheme longer than a message is cut between code points', () => {
    const tower = `a${'\u0301'.repeat(300)}`;
    const pieces = splitText(tower, 100);
    expect(pieces.join('')).toBe(tower);
    expect(pieces.every((piece) => piece.length <= 100)).toBe(true);
  });

  test('nothing gives nothing', () => {
    expect([splitText('', 10), splitText(' \n ', 10)]).toEqual([[], []]);
  });

  test('loses nothing but blanks, and no piece is empty or too long', () => {
    const letters = fc.constantFrom(
      'ಕ್ಷಿ',
      'ತ',
      'நி',
      'స్త్రీ',
      'क्या',
      'a',
      '👨‍👩‍👧‍👦',
      '🇮🇳',
      ' ',
      '\n',
      '\n\n',
      '. ',
      '। ',
      '\u200d',
      'é',
    );
    const texts = fc.array(letters, { maxLength: 200 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.integer({ min: 16, max: 80 }), (text, limit) => {
        const pieces = splitText(text, limit);
        expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const piece of pieces) {
          expect(piece).toBe(piece.trim());
          expect(piece.length).toBeGreaterThan(0);
          expect(piece.length).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });

  test('a megabyte is split within the time of a test', () => {
    const text = 'ಮನೆಯ ಮೇಲೆ ಸಾಲ. '.repeat(60_000);
    expect(splitText(text, 4096).join(' ').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });
});
