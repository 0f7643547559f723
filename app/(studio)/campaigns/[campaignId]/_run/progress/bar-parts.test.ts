import { describe, expect, it } from 'vitest';
import { barParts, sumOf } from './bar-parts';

const progress = {
  read: 2,
  delivered: 5,
  sent: 9,
  unknown: 1,
  queued: 0,
  pending: 4,
  failed: [
    { code: 'contact.unreachable', count: 2 },
    { code: 'service.failed', count: 1 },
  ],
  excluded: [{ code: 'consent.missing', count: 3 }],
  cancelled: 0,
};

describe('barParts', () => {
  it('counts everybody once, in the part that they have come to', () => {
    const parts = barParts(progress);
    expect(parts.map(({ part, count }) => `${part} ${count}`)).toEqual([
      'read 2',
      'delivered 3',
      'sent 4',
      'unknown 1',
      'pending 4',
      'failed 3',
      'excluded 3',
    ]);
    expect(sumOf(parts)).toBe(9 + 1 + 4 + 3 + 3);
  });
});
