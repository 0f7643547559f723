import { describe, expect, it } from 'vitest';
import type { TranslationRow } from '@/flows/edit/translations';
import { pasteCells } from './paste-cells';

function row(key: string, texts: Record<string, string>): TranslationRow {
  const [state = '', path = ''] = key.split('/');
  const cells = Object.entries(texts).map(([code, text]) => [code, { text, status: 'ok', problems: [] }] as const);
  return { key, place: { state, path }, path, use: 'text', limit: null, texts: Object.fromEntries(cells) };
}

const languages = ['en', 'kn', 'ta'];
const rows = [row('a/one', { en: 'One', kn: 'ಒಂದು', ta: 'ஒன்று' }), row('b/two', { en: 'Two', kn: '', ta: '' })];

describe('pasteCells', () => {
  it('goes down the rows and along the languages, as far as there are any', () => {
    const cells = [
      ['ಕ', 'க', 'x'],
      ['ಖ', 'ங'],
      ['y', 'z'],
    ];
    expect(pasteCells(cells, { row: 0, column: 2 }, rows, languages)).toEqual([
      { target: { state: 'a', path: 'one', language: 'kn' }, text: 'ಕ' },
      { target: { state: 'a', path: 'one', language: 'ta' }, text: 'க' },
      { target: { state: 'b', path: 'two', language: 'kn' }, text: 'ಖ' },
      { target: { state: 'b', path: 'two', language: 'ta' }, text: 'ங' },
    ]);
  });

  it('leaves alone what is empty and what says the same', () => {
    expect(pasteCells([['ಒಂದು', '']], { row: 0, column: 2 }, rows, languages)).toEqual([]);
  });

  it('pastes nothing into the column of places', () => {
    expect(pasteCells([['x']], { row: 0, column: 0 }, rows, languages)).toEqual([]);
  });
});
