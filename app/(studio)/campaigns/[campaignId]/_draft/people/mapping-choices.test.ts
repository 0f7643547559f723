import { describe, expect, it } from 'vitest';
import { importMapping } from '@/server/campaigns/imports/import-mapping';
import { hasPhone, isSameMapping, keyOfMeaning, meaningOf, meaningOptions, setMeaning } from './mapping-choices';

const mapping = importMapping.parse({ columns: [{ as: 'phone' }, { as: 'name' }, { as: 'column' }] });

describe('what the columns of a list are', () => {
  it('can be chosen, and every choice is what the server takes', () => {
    for (const { value } of meaningOptions) {
      const meaning = meaningOf(value);
      expect(keyOfMeaning(meaning)).toBe(value);
      const columns = meaning.as === 'phone' ? [meaning] : [{ as: 'phone' }, meaning];
      expect(importMapping.safeParse({ columns }).success, value).toBe(true);
    }
  });

  it('moves what only one column can be', () => {
    const moved = setMeaning(mapping, 2, { as: 'name' });
    expect(moved.columns.map(keyOfMeaning)).toEqual(['phone', 'column', 'name']);
    const tagged = setMeaning(setMeaning(mapping, 1, { as: 'tags' }), 2, { as: 'tags' });
    expect(tagged.columns.map(keyOfMeaning)).toEqual(['phone', 'tags', 'tags']);
  });

  it('is the same however the database has put its parts', () => {
    const { columns, country, tags } = mapping;
    expect(isSameMapping(mapping, { tags, country, columns })).toBe(true);
    expect(isSameMapping(mapping, setMeaning(mapping, 2, { as: 'tags' }))).toBe(false);
  });

  it('says when no column is the phone number', () => {
    expect(hasPhone(mapping)).toBe(true);
    expect(hasPhone(setMeaning(mapping, 0, { as: 'column' }))).toBe(false);
  });
});
