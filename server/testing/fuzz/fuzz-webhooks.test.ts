import { expect, test } from 'vitest';
import { parseWebhook } from '../../channels/whatsapp/parse';
import { fuzzWebhooks } from './fuzz-webhooks';
import { judgePayload } from './judge-payload';
import { makePayload } from './make-payload';
import { readWebhookFixtures } from './webhook-fixtures';

const seed = Number(process.env.FUZZ_SEED ?? 20_261_126);

test('four thousand spoiled webhooks crash nothing, lose nothing and keep their neighbours', () => {
  const { counts, examples } = fuzzWebhooks({ seed, from: 0, count: 4000 });
  expect(examples).toEqual([]);
  expect(counts).toEqual({ crashed: 0, lost: 0, invalid: 0, slow: 0 });
});

test('a batch of a thousand is among what is tried', () => {
  const fixtures = readWebhookFixtures();
  const numbers = Array.from({ length: 20_000 }, (_, number) => number);
  const batch = numbers.find((number) => makePayload(fixtures, 1, number).untouched.length > 300);
  expect(batch).toBeDefined();
  expect(judgePayload(makePayload(fixtures, 1, batch ?? 0))).toEqual([]);
});

test('a payload depends on its seed and number alone', () => {
  const fixtures = readWebhookFixtures();
  expect(makePayload(fixtures, 5, 77)).toEqual(makePayload(fixtures, 5, 77));
  expect(makePayload(fixtures, 5, 77).body).not.toEqual(makePayload(fixtures, 6, 77).body);
});

test('the judge misses neither an entry nor a neighbour that is gone', () => {
  const fixtures = readWebhookFixtures();
  const [entry = ''] = fixtures.flatMap(({ text, entries }) => {
    const parsed = parseWebhook(new TextEncoder().encode(text), '2026-09-27T10:00:05.000Z');
    return parsed.ok && parsed.events.length > 0 ? entries : [];
  });
  const body = new TextEncoder().encode('{"object":"whatsapp_business_account","entry":[]}');
  expect(judgePayload({ body, untouched: [entry], survivors: ['wamid.SURVIVOR.0'] })).toMatchObject([
    { kind: 'lost', detail: expect.stringContaining('untouched entry') },
    { kind: 'lost', detail: expect.stringContaining('wamid.SURVIVOR.0') },
  ]);
});
