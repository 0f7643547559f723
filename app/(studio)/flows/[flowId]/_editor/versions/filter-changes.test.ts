import { describe, expect, it } from 'vitest';
import type { ComparedChange, ComparedGroup } from './comparison';
import { filterChanges, firstGroups } from './filter-changes';

const change = (id: string, language?: string): ComparedChange => ({
  id,
  kind: 'changed',
  place: { state: 'a', path: 'x', ...(language === undefined ? {} : { language }) },
  message: '',
  text: null,
});
const group = (id: string, ...changes: ComparedChange[]): ComparedGroup => ({ id, owner: { type: 'flow' }, changes });
const groups = [group('one', change('1', 'kn'), change('2')), group('two', change('3', 'ta'))];
const idsOf = (filtered: readonly ComparedGroup[]) =>
  filtered.map(({ id, changes }) => [id, ...changes.map((one) => one.id)]);

describe('a filter', () => {
  it('lets one language, or all but texts through, and drops groups of which nothing is left', () => {
    expect(idsOf(filterChanges(groups, 'texts:kn'))).toEqual([['one', '1']]);
    expect(idsOf(filterChanges(groups, 'structure'))).toEqual([['one', '2']]);
    expect(filterChanges(groups, 'all')).toBe(groups);
  });
});

describe('the first groups', () => {
  it('have so many changes at most, and are one at least', () => {
    expect(idsOf(firstGroups(groups, 2))).toEqual([['one', '1', '2']]);
    expect(idsOf(firstGroups(groups, 3))).toHaveLength(2);
    expect(idsOf(firstGroups(groups, 1))).toEqual([['one', '1', '2']]);
    expect(firstGroups([], 5)).toEqual([]);
  });
});
