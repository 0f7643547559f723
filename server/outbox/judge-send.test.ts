import { expect, test } from 'vitest';
import type { SendFailure } from '../channels/channel';
import { judgeSend } from './judge-send';
import type { Dispatch } from './store';

const now = Date.parse('2026-11-24T10:00:00Z');
const failure: SendFailure = {
  ok: false,
  outcome: 'rejected',
  code: 'service.failed',
  retryable: true,
  scope: 'message',
  detail: 'Busy.',
};

test('what was taken is accepted, and what may have been taken is never tried again', () => {
  expect(judgeSend(dispatchOf(1), { ok: true, externalId: 'wamid.1' }, now)).toMatchObject({
    status: 'accepted',
    externalId: 'wamid.1',
  });
  const unclear: SendFailure = { ...failure, outcome: 'unknown', retryable: false };
  expect(judgeSend(dispatchOf(1), unclear, now)).toMatchObject({ status: 'unknown' });
});

test('a passing failure of one message is tried again, later each time, and given up after the eighth attempt', () => {
  const waits = [1, 2, 3, 7].map((attempts) => judgeSend(dispatchOf(attempts), failure, now));
  expect(waits.map((outcome) => outcome.status === 'retry' && outcome.retryAfterMs)).toEqual([
    1000, 2000, 4000, 60_000,
  ]);
  expect(judgeSend(dispatchOf(8), failure, now).status).toBe('rejected');
});

test('what concerns the whole channel is waited for however often, but not beyond a day', () => {
  const locked: SendFailure = { ...failure, scope: 'channel', retryAfterSeconds: 60 };
  expect(judgeSend(dispatchOf(500), locked, now)).toMatchObject({ status: 'retry', retryAfterMs: 60_000 });
  expect(judgeSend(dispatchOf(500), locked, now + 25 * 3_600_000).status).toBe('rejected');
});

test('what can never succeed is rejected at once', () => {
  expect(judgeSend(dispatchOf(1), { ...failure, retryable: false }, now)).toMatchObject({
    status: 'rejected',
    problemCode: 'service.failed',
  });
});

function dispatchOf(attempts: number): Dispatch {
  return {
    id: 'o1',
    contactId: 'c1',
    channel: 'whatsapp',
    payload: {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      type: 'text',
      text: { preview_url: false, body: 'Hi' },
    },
    phone: '+919800000000',
    bsuid: null,
    attempts,
    createdAt: new Date(now),
  };
}
