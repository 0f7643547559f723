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
  expect(judgeSend(dispatchOf(0), { ok: true, externalId: 'wamid.1' }, now)).toMatchObject({
    status: 'accepted',
    externalId: 'wamid.1',
  });
  const unclear: SendFailure = { ...failure, outcome: 'unknown', retryable: false };
  expect(judgeSend(dispatchOf(0), unclear, now)).toMatchObject({ status: 'unknown' });
});

test('a passing failure of one message is tried again, later each time, and given up after the eighth attempt', () => {
  expect([0, 1, 2, 6].map((failures) => waitMs(dispatchOf(failures), failure))).toEqual([1000, 2000, 4000, 60_000]);
  expect(judgeSend(dispatchOf(7), failure, now).status).toBe('rejected');
});

test('a failure of which the channel says how often it may be tried is given up after as many attempts', () => {
  const unknownError: SendFailure = { ...failure, mostAttempts: 3 };
  expect([0, 1, 2].map((failures) => judgeSend(dispatchOf(failures), unknownError, now).status)).toEqual([
    'retry',
    'retry',
    'rejected',
  ]);
});

test('who got too many messages at once is left alone four times as long after each further refusal', () => {
  const tooFast: SendFailure = { ...failure, scope: 'contact', retryAfterSeconds: 4 };
  expect([0, 1, 2, 9].map((failures) => waitMs(dispatchOf(failures), tooFast))).toEqual([
    4_000, 16_000, 64_000, 3_600_000,
  ]);
});

test('what concerns the whole channel is waited for however often, but not beyond a day', () => {
  const locked: SendFailure = { ...failure, scope: 'channel', retryAfterSeconds: 60 };
  const waited = { ...dispatchOf(0), attempts: 500 };
  expect(judgeSend(waited, locked, now)).toMatchObject({ status: 'retry', retryAfterMs: 60_000, failures: 0 });
  expect(judgeSend(waited, failure, now)).toMatchObject({ status: 'retry', failures: 1 });
  expect(judgeSend(waited, locked, now + 25 * 3_600_000).status).toBe('rejected');
});

test('what can never succeed is rejected at once', () => {
  expect(judgeSend(dispatchOf(0), { ...failure, retryable: false }, now)).toMatchObject({
    status: 'rejected',
    problemCode: 'service.failed',
  });
});

function waitMs(dispatch: Dispatch, result: SendFailure): number | undefined {
  const outcome = judgeSend(dispatch, result, now);
  return outcome.status === 'retry' ? outcome.retryAfterMs : undefined;
}

/** A message that has failed so often. */
function dispatchOf(failures: number): Dispatch {
  return {
    id: 'o1',
    contactId: 'c1',
    channel: 'whatsapp',
    account: '111',
    payload: {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      type: 'text',
      text: { preview_url: false, body: 'Hi' },
    },
    phone: '+919800000000',
    bsuid: null,
    attempts: failures + 1,
    failures,
    waitMs: 0,
    createdAt: new Date(now),
  };
}
