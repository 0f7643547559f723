import { describe, expect, it } from 'vitest';
import type { Results } from '../../../campaign-types';
import { groupResults } from './group-results';

const counts = { people: 10, sent: 8, delivered: 6, read: 4, failed: 2, replied: 2, handedOver: 0, optedOut: 0 };
const groups: Results['groups'] = [
  { ...counts, language: 'kn', variant: 'A', qualified: 1, costInr: '8.8' },
  { ...counts, language: 'kn', variant: 'B', qualified: 1, costInr: '3.2' },
  { ...counts, language: 'en', variant: 'B', qualified: 0, costInr: '4' },
];

describe('groupResults', () => {
  it('adds up by language, with the cost of a qualified lead where there is one', () => {
    const [english, kannada] = groupResults(groups, 'language');
    expect(english).toMatchObject({ key: 'en', sent: 8, inrPerQualified: null });
    expect(kannada).toMatchObject({ key: 'kn', sent: 16, replied: 4, qualified: 2, inrPerQualified: 6 });
  });

  it('adds up by variant', () => {
    expect(groupResults(groups, 'variant').map(({ key, people }) => [key, people])).toEqual([
      ['A', 10],
      ['B', 20],
    ]);
    expect(groupResults([], 'variant')).toEqual([]);
  });
});
