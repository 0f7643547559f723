import { describe, expect, it } from 'vitest';
import type { TranslationCell, TranslationRow } from '@/flows/edit/translations';
import { countByStatus, everyText, filterRows, ownerOf, type RowFilter } from './row-filter';

const ok = (text: string): TranslationCell => ({ text, status: 'ok', problems: [] });

function row(key: string, texts: Record<string, TranslationCell>): TranslationRow {
  const [state = '', path = ''] = key.split('/');
  const place = state === 'stop' ? { rule: state, path } : { state, path };
  return { key, place, path, use: 'text', limit: 4096, texts };
}

const rows = [
  row('a/one', { en: ok('Loan'), kn: { text: '', status: 'missing', problems: [] }, ta: ok('கடன்') }),
  row('a/two', { en: ok('House'), kn: { text: 'ಮನೆ', status: 'stale', problems: [] }, ta: ok('வீடு') }),
  row('b/one', { en: ok('Flat'), kn: ok('ಫ್ಲ್ಯಾಟ್'), ta: { text: 'x', status: 'drafted', problems: ['Too long.'] } }),
  row('stop/say', { en: ok('Bye'), kn: ok('ವಿದಾಯ'), ta: ok('பை') }),
];

function shown(filter: Partial<RowFilter>, pinned: readonly string[] = []): string[] {
  return filterRows(rows, { ...everyText, ...filter }, new Set(pinned)).map(({ key }) => key);
}

describe('filterRows', () => {
  it('shows everything at first', () => {
    expect(shown({})).toHaveLength(4);
  });

  it('shows what is to be done, in any language or in one', () => {
    expect(shown({ status: 'missing' })).toEqual(['a/one']);
    expect(shown({ status: 'missing', language: 'ta' })).toEqual([]);
    expect(shown({ status: 'stale', language: 'kn' })).toEqual(['a/two']);
    expect(shown({ status: 'drafted' })).toEqual(['b/one']);
    expect(shown({ status: 'problems' })).toEqual(['b/one']);
  });

  it('shows the texts of one state or rule', () => {
    expect(shown({ owner: 'state:a' })).toEqual(['a/one', 'a/two']);
    expect(shown({ owner: 'rule:stop' })).toEqual(['stop/say']);
    expect(rows.map(ownerOf).at(-1)).toBe('rule:stop');
  });

  it('finds words in any language, whatever their capitals and however their letters are composed', () => {
    expect(shown({ words: ' hOUSE ' })).toEqual(['a/two']);
    expect(shown({ words: 'ಮನೆ' })).toEqual(['a/two']);
    expect(shown({ words: 'ಮನೆ', language: 'ta' })).toEqual([]);
  });

  it('keeps what is pinned in its place', () => {
    expect(shown({ status: 'missing' }, ['b/one'])).toEqual(['a/one', 'b/one']);
  });
});

describe('countByStatus', () => {
  it('counts beside the rest of the filter', () => {
    expect(countByStatus(rows, everyText)).toEqual({ all: 4, missing: 1, stale: 1, drafted: 1, problems: 1 });
    const ofState = { ...everyText, owner: 'state:a', status: 'drafted' as const };
    expect(countByStatus(rows, ofState)).toEqual({ all: 2, missing: 1, stale: 1, drafted: 0, problems: 0 });
  });
});
