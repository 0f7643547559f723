import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { inboundEvent } from '../channel';
import { parseWebhook } from './parse';

const receivedAt = '2026-09-27T10:00:05.000Z';
const phoneNumberIds = ['220011002200110', '220011002200120'];
const folder = fileURLToPath(new URL('testdata/', import.meta.url));
const fixture = z.object({ webhook: z.json(), events: z.array(z.json()), skipped: z.array(z.json()) });
const fixtures = readdirSync(folder).map((file) => {
  return { name: file.replace(/\.json$/, ''), ...fixture.parse(JSON.parse(readFileSync(folder + file, 'utf8'))) };
});

describe('every recorded webhook', () => {
  test.each(fixtures)('$name', ({ webhook, events, skipped }) => {
    const body = bytes(JSON.stringify(webhook));
    const hash = createHash('sha256').update(body).digest('hex');
    const expected = JSON.parse(JSON.stringify(events).replaceAll('<hash>', hash));
    expect(parseWebhook(body, receivedAt, { phoneNumberIds })).toEqual({ ok: true, events: expected, skipped });
  });

  test.each(fixtures)('$name survives JSON, as the inbox stores it', ({ webhook }) => {
    for (const event of eventsOf(JSON.stringify(webhook))) {
      expect(inboundEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
    }
  });
});

describe('a body that is no webhook of ours is refused', () => {
  test.each(['', 'hello', '{"object":', '\u0000'])('no JSON: %j', (text) => {
    expect(parseWebhook(bytes(text), receivedAt)).toEqual({ ok: false, reason: 'body.notJson' });
  });

  test.each(['null', '7', '[]', '{}', '{"object":"page","entry":[]}', '{"object":{}}'])('not WhatsApp: %s', (text) => {
    expect(parseWebhook(bytes(text), receivedAt)).toEqual({ ok: false, reason: 'body.notWebhook' });
  });
});

test('a text is the same whether Meta escaped it or not', () => {
  const plain = textWebhook('ನಮಸ್ಕಾರ 🏠');
  const escaped = plain.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  expect(escaped).not.toBe(plain);
  expect(eventsOf(escaped)).toEqual(eventsOf(plain));
});

test('half a surrogate pair is replaced, since the database refuses it', () => {
  expect(eventsOf(textWebhook('LONE').replace('LONE', 'a\\ud83db'))).toMatchObject([
    { content: { type: 'text', text: 'a\uFFFDb' } },
  ]);
});

test('a text of 1 MB is kept whole', () => {
  const text = 'ಕ'.repeat(350_000);
  expect(eventsOf(textWebhook(text))).toMatchObject([{ content: { type: 'text', text } }]);
});

test('an id too long for the database is skipped', () => {
  const body = textWebhook('hi').replace('wamid.X', `wamid.${'X'.repeat(1000)}`);
  expect(parseWebhook(bytes(body), receivedAt)).toMatchObject({
    ok: true,
    events: [],
    skipped: [{ reason: 'message.malformed' }],
  });
});

test('nesting 100,000 deep neither crashes nor hides the neighbour', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  const poisoned = `{"id":"wamid.D","from":"919845000001","type":"text","text":{"body":${deep}},"errors":${deep}}`;
  const body = textWebhook('hi').replace('"messages":[', `"messages":[${poisoned},`);
  expect(eventsOf(body)).toMatchObject([
    { externalId: 'wamid.D', content: { type: 'unsupported', kind: 'text' } },
    { externalId: 'wamid.X', content: { type: 'text', text: 'hi' } },
  ]);
});

test('keys that pollute prototypes leave no trace', () => {
  const pollution = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}';
  const body = textWebhook('hi').replaceAll('{', `{${pollution},`);
  expect(eventsOf(body)).toMatchObject([{ content: { type: 'text', text: 'hi' } }]);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('values that would break a conversion are only malformed', () => {
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        time: { valueOf: 1 },
        changes: [
          { value: { errors: [{ code: { valueOf: 1, toString: 2 } }, { code: 999_999 }] } },
          {
            value: { statuses: [{ id: 'wamid.S', status: 'failed', errors: [{ code: [[[1]]] }, { code: '131026' }] }] },
          },
        ],
      },
    ],
  });
  expect(eventsOf(body)).toMatchObject([
    { type: 'account', error: { code: 'message.refused' } },
    { type: 'status', error: { code: 'contact.unreachable', channelCode: 131026 } },
  ]);
});

/** A thousand updates in one POST is what Meta may send. */
test('a thousand messages in one webhook all come out, in order', () => {
  const message = (index: number) => ({
    id: `wamid.${index}`,
    from: '919845000001',
    type: 'text',
    text: { body: '.' },
  });
  const messages = Array.from({ length: 1000 }, (_, index) => message(index));
  const body = {
    object: 'whatsapp_business_account',
    entry: [{ changes: [{ field: 'messages', value: { messages } }] }],
  };
  expect(eventsOf(JSON.stringify(body)).map(({ dedupeKey }) => dedupeKey)).toEqual(messages.map(({ id }) => id));
});

test('a preference told twice is known, and a change of mind and back is three', () => {
  const told = (value: string, timestamp: number) => {
    const preference = { user_id: 'IN.1', category: 'marketing_messages', value, timestamp };
    const changes = [{ field: 'user_preferences', value: { user_preferences: [preference] } }];
    // Each webhook has bytes of its own, as a repetition among other updates would.
    return eventsOf(JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: value, changes }, null] }));
  };
  const keys = [
    told('stop', 1790503100),
    told('stop', 1790503100),
    told('resume', 1790503150),
    told('stop', 1790503200),
  ]
    .flat()
    .map(({ dedupeKey }) => dedupeKey);
  expect(keys).toHaveLength(4);
  expect(keys[0]).toBe(keys[1]);
  expect(new Set(keys).size).toBe(3);
  expect(keys.join()).not.toContain('IN.1');
});

test('two thousand people in one change are told apart, in whatever order they stand', () => {
  const people = Array.from({ length: 2000 }, (_, index) => `9198450${String(index).padStart(5, '0')}`);
  const contacts = people.map((wa_id) => ({ wa_id: `+${wa_id}`, profile: { name: `Name ${wa_id}` } }));
  const messages = people.map((from) => ({ id: `wamid.${from}`, from, type: 'text', text: { body: '.' } }));
  const changes = [{ field: 'messages', value: { contacts, messages: messages.reverse() } }];
  const events = eventsOf(JSON.stringify({ object: 'whatsapp_business_account', entry: [{ changes }] }));
  expect(events).toHaveLength(2000);
  for (const event of events) {
    expect(event).toMatchObject({ sender: { profileName: `Name ${event.dedupeKey.slice('wamid.'.length)}` } });
  }
});

test('bytes cut, doubled or flipped anywhere never make it throw', () => {
  const bodies = fixtures.map(({ webhook }) => bytes(JSON.stringify(webhook)));
  fc.assert(
    fc.property(fc.constantFrom(...bodies), fc.nat(), fc.nat(255), (body, place, value) => {
      const at = place % body.length;
      const flipped = Uint8Array.from(body);
      flipped[at] = value;
      for (const broken of [flipped, body.slice(0, at), Buffer.concat([body.slice(at), body])]) {
        const parsed = parseWebhook(broken, receivedAt);
        expect(parsed.ok ? Array.isArray(parsed.events) : parsed.reason.startsWith('body.')).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

function textWebhook(text: string): string {
  const messages = [
    { from: '919845000001', id: 'wamid.X', timestamp: '1790503200', type: 'text', text: { body: text } },
  ];
  const changes = [{ field: 'messages', value: { messaging_product: 'whatsapp', messages } }];
  return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes }] });
}

function eventsOf(body: string) {
  const parsed = parseWebhook(bytes(body), receivedAt);
  return parsed.ok ? parsed.events : [];
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
