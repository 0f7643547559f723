import { describe, expect, it } from 'vitest';
import { excerptParts, matchParts } from './match-parts';

function marked(parts: ReturnType<typeof matchParts>): string {
  return parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');
}

describe('matchParts', () => {
  it('cuts a text into matches and what lies between', () => {
    const ranges = [
      { start: 0, end: 4 },
      { start: 8, end: 12 },
    ];
    expect(marked(matchParts('loan or loan', ranges))).toBe('[loan] or [loan]');
  });

  it('gives the whole text where nothing matches', () => {
    expect(matchParts('loan', [])).toEqual([{ text: 'loan', isMatch: false }]);
    expect(matchParts('', [])).toEqual([]);
  });
});

describe('excerptParts', () => {
  const long = `${'before '.repeat(30)}loan${' after'.repeat(80)} loan`;
  const start = long.indexOf('loan');

  it('leaves a short text whole', () => {
    expect(marked(excerptParts('a loan for you', [{ start: 2, end: 6 }]))).toBe('a [loan] for you');
  });

  it('shows what stands around the first match, in whole words', () => {
    const excerpt = marked(excerptParts(long, [{ start, end: start + 4 }]));
    expect(excerpt).toMatch(/^…(before ){1,6}\[loan\]( after)+…$/);
    expect(excerpt.length).toBeLessThan(300);
  });

  it('marks later matches that are inside and leaves out those that are not', () => {
    const last = long.lastIndexOf('loan');
    const inside = start + long.slice(start).indexOf('after');
    const ranges = [
      { start, end: start + 4 },
      { start: inside, end: inside + 5 },
      { start: last, end: last + 4 },
    ];
    expect(marked(excerptParts(long, ranges)).match(/\[/g)).toHaveLength(2);
  });

  it('never cuts inside a letter where no space is near', () => {
    const letter = 'ಕ್ಷ';
    const text = `${letter.repeat(100)}ಸಾಲ${letter.repeat(200)}`;
    const at = letter.length * 100;
    expect(marked(excerptParts(text, [{ start: at, end: at + 3 }]))).toBe('…[ಸಾಲ]…');
  });
});
