import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AccountFact, ChannelProblem, InboundEvent, ParsedWebhook, SkippedElement } from '../channel';
import { parseMessage } from './parse-message';
import { parsePreference } from './parse-preference';
import { firstProblem, parseStatus } from './parse-status';
import type { Parsed, Surroundings } from './parsed';
import { readAccountFact } from './read-account-fact';
import { ContactBook } from './read-sender';
import { anything, isoTime, looseObject, looseText, shortName, withoutGaps } from './read-value';

/**
 * A webhook of WhatsApp as events, in the order in which they stand in it: entries × changes × messages and statuses.
 * Never throws; an element that can't be read is skipped with a reason and its neighbours are not. Events for another
 * business number than `phoneNumberIds` are skipped, since the app may serve several.
 */
export function parseWebhook(
  rawBody: Uint8Array,
  receivedAt: string,
  options: { readonly phoneNumberIds?: readonly string[] | undefined } = {},
): ParsedWebhook {
  const body = parseJson(rawBody);
  if (body === undefined) return { ok: false, reason: 'body.notJson' };
  const webhook = waWebhook.safeParse(body);
  if (!webhook.success) return { ok: false, reason: 'body.notWebhook' };
  const reading = new Reading(receivedAt, createHash('sha256').update(rawBody).digest('hex'), options.phoneNumberIds);
  for (const [entryAt, element] of reading.list(webhook.data.entry, 'entry')) {
    const entry = waEntry.safeParse(element);
    if (!entry.success) {
      reading.skip('entry.malformed', entryAt);
      continue;
    }
    for (const [changeAt, change] of reading.list(entry.data.changes, `${entryAt}.changes`)) {
      readChange(reading, change, { path: changeAt, entryTime: entry.data.time });
    }
  }
  return { ok: true, events: reading.events, skipped: [...reading.skipped.values()] };
}

const waWebhook = z.object({ object: z.literal('whatsapp_business_account'), entry: anything });
const waEntry = z.object({ time: anything, changes: anything });
const waChange = z.object({ field: looseText, value: anything });
const waValue = z.object({
  metadata: looseObject({ phone_number_id: looseText }),
  contacts: anything,
  messages: anything,
  statuses: anything,
  errors: anything,
  user_preferences: anything,
});
type WaValue = z.infer<typeof waValue>;

/** Where a change stands in the webhook, and when WhatsApp says that it was. */
type Place = { readonly path: string; readonly entryTime: unknown };

function parseJson(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(rawBody));
  } catch {
    return undefined; // no JSON at all is an expected outcome, which the caller names
  }
}

function readChange(reading: Reading, element: unknown, place: Place): void {
  const change = waChange.safeParse(element);
  if (!change.success) {
    reading.skip('change.malformed', place.path);
    return;
  }
  const { field = 'messages', value } = change.data;
  const read = waValue.safeParse(value);
  if (read.success && !reading.isOurs(read.data.metadata?.phone_number_id)) {
    reading.skip('number.notOurs', place.path);
  } else if (read.success && field === 'messages') {
    readMessages(reading, read.data, place);
  } else if (read.success && field === 'user_preferences' && Array.isArray(read.data.user_preferences)) {
    readPreferences(reading, read.data, place);
  } else if (field === 'messages') {
    reading.skip('value.malformed', place.path);
  } else {
    const account = read.data?.metadata?.phone_number_id;
    reading.addAccount({ field, place, account, fact: readAccountFact(field, value) });
  }
}

function readMessages(reading: Reading, value: WaValue, place: Place): void {
  const around = reading.around(value);
  for (const [at, message] of reading.list(value.messages, `${place.path}.value.messages`)) {
    reading.add(parseMessage(message, around), at);
  }
  for (const [at, status] of reading.list(value.statuses, `${place.path}.value.statuses`)) {
    reading.add(parseStatus(status, around), at);
  }
  // Errors beside messages describe those; alone they are about the business number itself.
  const isAboutNumber = value.messages === undefined && value.statuses === undefined;
  const error = isAboutNumber ? firstProblem(value.errors) : undefined;
  if (!error) return;
  reading.addAccount({ field: 'messages.errors', place, account: around.account, fact: { type: 'other' }, error });
}

function readPreferences(reading: Reading, value: WaValue, { path }: Place): void {
  const around = reading.around(value);
  for (const [at, preference] of reading.list(value.user_preferences, `${path}.value.user_preferences`)) {
    reading.add(parsePreference(preference, reading.keyOf(at), around), at);
  }
}

/** What has been gathered of one webhook so far. */
class Reading {
  readonly events: InboundEvent[] = [];
  readonly skipped = new Map<string, SkippedElement>();

  constructor(
    private readonly receivedAt: string,
    private readonly bodyHash: string,
    private readonly phoneNumberIds: readonly string[] | undefined,
  ) {}

  isOurs(phoneNumberId: string | undefined): boolean {
    return phoneNumberId === undefined || (this.phoneNumberIds?.includes(phoneNumberId) ?? true);
  }

  around({ contacts, metadata }: WaValue): Surroundings {
    return {
      contacts: new ContactBook(contacts),
      account: metadata?.phone_number_id,
      receivedAt: this.receivedAt,
    };
  }

  /** Names what has no id of its own: the same bytes sent again are known by their hash. */
  keyOf(path: string): string {
    return `${this.bodyHash}:${path}`;
  }

  add(parsed: Parsed, path: string): void {
    if (parsed.ok) this.events.push(parsed.event);
    else this.skip(parsed.reason, path);
  }

  addAccount({ field, place, account, fact, error }: AccountChange): void {
    const at = isoTime(place.entryTime, this.receivedAt);
    const dedupeKey = this.keyOf(place.path);
    const event: InboundEvent = { type: 'account', dedupeKey, field: shortName(field), at, account, fact, error };
    this.events.push(withoutGaps(event));
  }

  /** Counted by reason, so that a hostile batch can't make this list long. */
  skip(reason: string, path: string): void {
    const earlier = this.skipped.get(reason);
    this.skipped.set(reason, { reason, path: earlier?.path ?? path, count: (earlier?.count ?? 0) + 1 });
  }

  /** The elements of an array with their paths; a missing array has none, anything else is skipped as one. */
  *list(value: unknown, path: string): Iterable<[string, unknown]> {
    if (value === undefined || value === null) return;
    if (!Array.isArray(value)) {
      this.skip('array.malformed', path);
      return;
    }
    for (const [index, element] of value.entries()) yield [`${path}[${index}]`, element];
  }
}

type AccountChange = {
  readonly field: string;
  readonly place: Place;
  readonly account: string | undefined;
  readonly fact: AccountFact;
  readonly error?: ChannelProblem | undefined;
};
