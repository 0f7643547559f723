import { describe, expect, it } from 'vitest';
import { filterCampaigns, filterOf, queryOf } from './filter-campaigns';

const campaigns = [
  { name: 'Rate drop in December', status: 'running' },
  { name: 'Rate drop, Kannada', status: 'draft' },
] as const;

describe('the list of campaigns', () => {
  it('is searched by the words of the name, in any order', () => {
    const found = filterCampaigns(campaigns, { search: ' december RATE ', status: 'any' });
    expect(found.map(({ status }) => status)).toEqual(['running']);
  });

  it('shows those of one status', () => {
    expect(filterCampaigns(campaigns, { search: '', status: 'draft' })).toEqual([campaigns[1]]);
  });

  it('keeps what was asked for in the address', () => {
    const filter = { search: 'rate drop', status: 'paused' } as const;
    expect(filterOf(new URLSearchParams(queryOf(filter)))).toEqual(filter);
    expect(queryOf({ search: '', status: 'any' })).toBe('');
    expect(filterOf(new URLSearchParams('status=nonsense')).status).toBe('any');
  });
});
