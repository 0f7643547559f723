import { expect, test } from 'vitest';
import { judgeTurn } from './judge-turn';

const now = Date.parse('2027-03-25T12:00:00Z');
const hour = 3_600_000;
const free = { ok: true, leaveBeforeMs: now + hour } as const;

test.each([
  ['skip', { type: 'exclude', code: 'session.live' }],
  ['wait', { type: 'later', code: 'session.live', againMs: now + hour / 2 }],
  ['join', { type: 'go', leaveBeforeMs: now + hour }],
] as const)('who is in the middle of a conversation: %s', (live, verdict) => {
  expect(judgeTurn({ reach: free, liveSinceMs: now - 2 * hour }, live, now)).toEqual(verdict);
});

test('a conversation in which nobody wrote for a day is not live, and one of nearly a day is waited out', () => {
  expect(judgeTurn({ reach: free, liveSinceMs: now - 24 * hour }, 'skip', now)).toMatchObject({ type: 'go' });
  const nearly = { reach: free, liveSinceMs: now - 23.9 * hour };
  expect(judgeTurn(nearly, 'wait', now)).toMatchObject({ againMs: now + 0.1 * hour });
});

test('what forbids writing comes first: for good, or for some time', () => {
  const optedOut = { ok: false, code: 'contact.optedOut', againMs: null } as const;
  expect(judgeTurn({ reach: optedOut, liveSinceMs: null }, 'join', now)).toEqual({
    type: 'exclude',
    code: 'contact.optedOut',
  });
  const closed = { ok: false, code: 'hours.closed', againMs: now + hour } as const;
  expect(judgeTurn({ reach: closed, liveSinceMs: now }, 'skip', now)).toMatchObject({
    type: 'later',
    code: 'hours.closed',
  });
  expect(judgeTurn({ reach: undefined, liveSinceMs: null }, 'join', now)).toMatchObject({ code: 'contact.gone' });
});
