import { isDeepStrictEqual } from 'node:util';
import { type InboundEvent, inboundEvent, type ParsedWebhook } from '../../channels/channel';
import { parseWebhook } from '../../channels/whatsapp/parse';
import type { Payload } from './make-payload';
import { type Json, phoneNumberIds, webhookOf } from './webhook-fixtures';
import { entriesOf, ourLists } from './webhook-lists';

/** What is wrong with the parser, seen at one payload. */
export type Finding = { readonly kind: 'crashed' | 'lost' | 'invalid' | 'slow'; readonly detail: string };

/** Parses a payload and holds the outcome against what is promised of every webhook. */
export function judgePayload({ body, untouched, survivors }: Payload): readonly Finding[] {
  const startedAt = performance.now();
  const parsed = parseSafely(body);
  const milliseconds = performance.now() - startedAt;
  if (parsed instanceof Error) return [{ kind: 'crashed', detail: parsed.stack ?? parsed.message }];
  return [
    ...(milliseconds > mostMs && isSlowAgain(body) ? [slow(body, milliseconds)] : []),
    ...judgeCount(body, parsed),
    ...judgeEvents(parsed.ok ? parsed.events : [], untouched, survivors),
  ];
}

const receivedAt = '2026-09-27T10:00:05.000Z';
const mostMs = 1000; // for 3 MB, which is the most that Meta sends
const longestKeyBytes = 2600; // what an index of PostgreSQL takes

function parseSafely(body: Uint8Array): ParsedWebhook | Error {
  try {
    return parseWebhook(body, receivedAt, { phoneNumberIds });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** A busy machine can hold up any call; it is the parser only if the quickest of three is slow too. */
function isSlowAgain(body: Uint8Array): boolean {
  const times = [1, 2, 3].map(() => {
    const startedAt = performance.now();
    parseSafely(body);
    return performance.now() - startedAt;
  });
  return Math.min(...times) > mostMs;
}

function slow(body: Uint8Array, milliseconds: number): Finding {
  return { kind: 'slow', detail: `${body.byteLength} bytes took ${Math.round(milliseconds)} ms` };
}

/** Every element of a list about us is an event, or is counted as skipped. */
function judgeCount(body: Uint8Array, parsed: ParsedWebhook): Finding[] {
  const document = readJson(body);
  const isWebhook = document !== undefined && isWhatsApp(document);
  if (parsed.ok !== isWebhook) return [{ kind: 'invalid', detail: `taken for a webhook: ${parsed.ok}` }];
  if (!parsed.ok || document === undefined) return [];
  const elements = entriesOf(document)
    .flatMap(ourLists)
    .flatMap(({ list }) => list).length;
  const told = parsed.events.filter(isOfElement).length;
  const skipped = parsed.skipped.filter(({ reason }) => /^(message|status)\./.test(reason));
  const counted = skipped.reduce((sum, { count }) => sum + count, told);
  if (counted === elements) return [];
  return [{ kind: 'lost', detail: `${elements} messages and statuses, ${told} events, ${counted} with the skipped` }];
}

function readJson(body: Uint8Array): Json | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined; // broken bytes are part of the game
  }
}

function isWhatsApp(document: Json): boolean {
  const isObject = typeof document === 'object' && document !== null && !Array.isArray(document);
  return isObject && document.object === 'whatsapp_business_account';
}

function isOfElement(event: InboundEvent): boolean {
  return event.type !== 'account' || event.field.startsWith('messages.system.');
}

function judgeEvents(
  events: readonly InboundEvent[],
  untouched: readonly string[],
  survivors: readonly string[],
): Finding[] {
  const texts = events.map(lastingText);
  const lostEntries = untouched.flatMap(eventTextsOf);
  // What untouched entries say must be there, in their order, whatever stands between.
  let next = 0;
  for (const text of texts) if (text === lostEntries[next]) next += 1;
  const keys = new Set(events.map(({ dedupeKey }) => dedupeKey));
  const dead = survivors.filter((id) => !keys.has(id) && !keys.has(`${id}:read`));
  return [
    ...events.flatMap((event, index) => judgeEvent(event, texts[index] ?? '')),
    ...lostEntries
      .slice(next, next + 1)
      .map((text): Finding => ({ kind: 'lost', detail: `of an untouched entry: ${text}` })),
    ...dead.map((id): Finding => ({ kind: 'lost', detail: `a whole neighbour: ${id}` })),
  ];
}

/** An event is as its schema says, the same after JSON, and fit for the database. */
function judgeEvent(event: InboundEvent, text: string): Finding[] {
  const again = inboundEvent.safeParse(JSON.parse(JSON.stringify(event)));
  const isSame = again.success && isDeepStrictEqual(again.data, event);
  const isStorable = !unstorable.test(text) && Buffer.byteLength(event.dedupeKey) <= longestKeyBytes;
  if (isSame && isStorable) return [];
  return [{ kind: 'invalid', detail: `${isSame ? 'not storable' : 'not the same after JSON'}: ${text.slice(0, 500)}` }];
}

// NUL or half a surrogate pair, as JSON escapes them; a backslash of the text itself is doubled.
const unstorable = /(?<!\\)(?:\\\\)*\\u(0000|d[89a-f][0-9a-f]{2})/;

/** An event as text, without what differs between two webhooks that hold the same entry. */
function lastingText(event: InboundEvent): string {
  return JSON.stringify(event).replace(/("dedupeKey":"(?:preference:)?)[0-9a-f]{64}(?::entry\[\d+\])?/, '$1');
}

const knownEntries = new Map<string, readonly string[]>();

/** What the events of an entry are when it comes alone. */
function eventTextsOf(entry: string): readonly string[] {
  const known = knownEntries.get(entry);
  if (known) return known;
  const parsed = parseSafely(new TextEncoder().encode(JSON.stringify(webhookOf([JSON.parse(entry)]))));
  const texts = !(parsed instanceof Error) && parsed.ok ? parsed.events.map(lastingText) : [];
  knownEntries.set(entry, texts);
  return texts;
}
