import { Inngest } from 'inngest';
import { serve } from 'inngest/edge';
import { describe, expect, test } from 'vitest';
import { backOffMs, retryAfterMs } from './back-off';
import { readAnswer } from './calls/read-answer';
import { canonicalJson, isAuthorised, signatureOf } from './calls/signature';
import { durationMs, momentMs } from './duration';
import { inProcess } from './in-process';
import { derivedUlid, newUlid, ulidMs } from './ulid';

test.each([
  ['2s', 2_000],
  ['1h30m', 5_400_000],
  ['1w2d', 777_600_000],
  ['500ms', 500],
  ['soon', undefined],
  ['', undefined],
])('"%s" is %s ms', (text, ms) => {
  expect(durationMs(text)).toBe(ms);
});

test('a moment is a span from now, a date, or a year from now', () => {
  const nowMs = Date.parse('2026-01-01T00:00:00Z');
  expect(momentMs('10m', nowMs)).toBe(nowMs + 600_000);
  expect(momentMs('2026-01-02T00:00:00Z', nowMs)).toBe(nowMs + 86_400_000);
  for (const text of [null, '', 'some day', '2099-01-01T00:00:00Z']) {
    expect(momentMs(text, nowMs)).toBe(nowMs + 365 * 86_400_000);
  }
});

test('ULIDs sort by time, and derived ones are the same again', () => {
  expect(ulidMs(newUlid(1_700_000_000_123))).toBe(1_700_000_000_123);
  expect(newUlid(1) < newUlid(2)).toBe(true);
  expect(derivedUlid(5, 'a', 1)).toBe(derivedUlid(5, 'a', 1));
  expect(derivedUlid(5, 'a', 1)).not.toBe(derivedUlid(5, 'a', 2));
});

test('the wait before an attempt grows, and Retry-After is kept within a second and a day', () => {
  expect(backOffMs(0)).toBeGreaterThanOrEqual(15_000);
  expect(backOffMs(0)).toBeLessThan(45_000);
  expect(backOffMs(99)).toBeGreaterThanOrEqual(7_200_000);
  expect(retryAfterMs('30', 0)).toBe(30_000);
  expect(retryAfterMs('0', 0)).toBe(1_000);
  expect(retryAfterMs('1970-01-01T00:01:00Z', 0)).toBe(60_000);
  expect(retryAfterMs('99999999', 0)).toBe(86_400_000);
  expect(retryAfterMs('later', 0)).toBeUndefined();
  expect(retryAfterMs(null, 0)).toBeUndefined();
});

test('the SDK takes a call that is signed, and no other', async () => {
  const client = new Inngest({ id: 'app', isDev: false, signingKey, eventKey: 'key', logger: silent });
  const call = inProcess(
    serve({ client, functions: [client.createFunction({ id: 'f', triggers: [] }, () => 'done')] }),
  );
  const body = canonicalJson({ event: { name: 'x', data: { b: 1, a: 'हाँ', 2: [1.5] } }, ctx: { run_id: 'r' } });
  const post = (headers: Record<string, string>) =>
    call('http://app.test/api/inngest?fnId=app-f&stepId=step', { method: 'POST', body, headers });
  expect((await post({ 'x-inngest-signature': signatureOf(body, signingKey, Date.now()) })).status).toBe(200);
  expect((await post({ 'x-inngest-signature': signatureOf('{}', signingKey, Date.now()) })).status).toBe(401);
  expect((await post({})).status).toBe(401);
});

test('who asks for what a run has must know the signing key', () => {
  const hash = 'b2ed992186a5cb19f6668aade821f502c1d00970dfd0e35128d51bac4649916c'; // sha256 of the bytes 12 34 56 78
  expect(isAuthorised(`Bearer signkey-test-${hash}`, signingKey)).toBe(true);
  expect(isAuthorised('Bearer undefined', signingKey)).toBe(false);
  expect(isAuthorised(null, signingKey)).toBe(false);
});

const signingKey = 'signkey-test-12345678';
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

describe('what is answered', () => {
  const sdk = { 'x-inngest-sdk': 'js:v4', 'x-inngest-req-version': '2' };
  const read = (status: number, body: unknown, headers: Record<string, string> = sdk) =>
    readAnswer(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers }), 0);

  test('200 is the end, with what the function gave', async () => {
    expect(await read(200, { a: 1 })).toEqual({ kind: 'finished', output: { a: 1 }, requestVersion: 2 });
    expect(await read(200, '')).toMatchObject({ kind: 'finished', output: null });
  });

  test('206 are steps', async () => {
    const operations = [{ op: 'StepRun', id: 'x', data: 1 }];
    expect(await read(206, operations)).toMatchObject({ kind: 'operations', operations });
    expect(await read(206, 'nothing')).toMatchObject({ kind: 'failed', isRetryable: true });
  });

  test('an error says whether to try again, and when', async () => {
    const error = { name: 'Error', message: 'no', __serialized: true };
    expect(await read(500, error, { ...sdk, 'x-inngest-no-retry': 'false', 'retry-after': '30' })).toMatchObject({
      kind: 'failed',
      isRetryable: true,
      retryAfterMs: 30_000,
      error: { name: 'Error', message: 'no' },
    });
    expect(await read(400, error, { ...sdk, 'x-inngest-no-retry': 'true' })).toMatchObject({ isRetryable: false });
    expect(await read(500, JSON.stringify(error))).toMatchObject({ error: { message: 'no' } });
  });

  test('a streamed reply is what stands within', async () => {
    const inner = { status: 200, body: '7', headers: {} };
    expect(await read(201, inner)).toMatchObject({ kind: 'finished', output: 7 });
    expect(await read(201, 'cut o')).toMatchObject({ kind: 'failed', isRetryable: true });
  });

  test('somebody else than an SDK is a failed attempt', async () => {
    expect(await read(200, '<html>', {})).toMatchObject({ kind: 'failed', isRetryable: true });
  });
});
