import { describe, expect, it } from 'vitest';
import { leadFilter } from '@/server/leads/filter/lead-filter';
import { readFilter, writeFilter } from './filter-address';

const full = leadFilter.parse({
  search: 'ಲಕ್ಷ್ಮಿ & sons',
  stages: ['qualifying', 'closing'],
  bands: ['hot'],
  score: { atLeast: 40 },
  cities: ['Bengaluru', 'Navi Mumbai, West'],
  loanAmount: { atLeast: 1_000_000, atMost: 8_000_000 },
  income: { atMost: 0 },
  assignee: 'nobody',
  created: { from: '2026-11-01T00:00:00+05:30' },
  isOptedOut: false,
  tags: ['vip'],
});

describe('a filter in the address', () => {
  it('comes back as it was', () => {
    const address = new URLSearchParams(writeFilter(full)).toString();
    expect(readFilter(new URLSearchParams(address))).toEqual(full);
  });

  it('is nothing where nothing is said', () => {
    expect(writeFilter({ search: '', stages: [], loanAmount: {}, active: {} })).toEqual({});
    expect(readFilter(new URLSearchParams('stages=&layout=board&isOptedOut=perhaps'))).toEqual({});
  });

  it('leaves out what is no amount and no moment', () => {
    const read = readFilter(new URLSearchParams('loanAmount=much~5&created=soon~2026-12-01T00:00:00Z'));
    expect(read).toEqual({ loanAmount: { atMost: 5 }, created: { until: '2026-12-01T00:00:00Z' } });
  });

  it('names every part that a filter has', () => {
    const parts = Object.keys(leadFilter.shape);
    const address = new URLSearchParams(parts.map((part) => [part, 'yes~1']));
    expect(Object.keys(readFilter(address))).toEqual(parts.filter((part) => part !== 'isOptedOut'));
  });
});
