import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { InboundEvent, ParsedWebhook, SkippedElement } from '../channel';
import { type Parsed, parseMessage } from './parse-message';
import { firstProblem, parseStatus } from './parse-status';
import { type WaContact, waContact } from './read-sender';
import { anything, isoTime, looseObject, looseText, shortName } from './read-value';

/**
 * A webhook of WhatsApp as events, in the order in which they stand in it: entries × changes × messages and statuses.
 * Never throws; an element that can't be read is skipped with a reason and its neighbours are not. Events for another
 * business number than `phoneNumberId` are skipped, since the app may serve several.
 */
export function parseWebhook(
  rawBody: Uint8Array,
  receivedAt: string,
  options: { readonly phoneNumberId?: string | undefined } = {},
): ParsedWebhook {
  const body = parseJson(rawBody);
  if (body === undefined) return { ok: false, reason: 'body.notJson' };
  const webhook = waWebhook.safeParse(body);
  if (!webhook.success) return { ok: false, reason: 'body.notWebhook' };
  const reading = new Reading(receivedAt, createHash('sha256').update(rawBody).digest('hex'), options.phoneNumberId);
  for (const [entryAt, element] of reading.list(webhook.data.entry, 'entry')) {
    const entry = waEntry.safeParse(element);
    if (!entry.success) {
      reading.skip('entry.malformed', entryAt);
      continue;
    }
    for (const [changeAt, change] of reading.list(entry.data.changes, `${entryAt}.changes`)) {
      readChange(reading, change, changeAt, entry.data.time);
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
});

function parseJson(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(rawBody));
  } catch {
    return undefined; // no JSON at all is an expected outcome, which the caller names
  }
}

function readChange(reading: Reading, element: unknown, path: string, entryTime: unknown): void {
  const change = waChange.safeParse(element);
  if (!change.success) {
    reading.skip('change.malformed', path);
    return;
  }
  const { field, value } = change.data;
  if (field !== undefined && field !== 'messages') {
    reading.addAccount(field, path, entryTime);
    return;
  }
  const read = waValue.safeParse(value);
  if (!read.success) {
    reading.skip('value.malformed', path);
    return;
  }
  if (!reading.isOurs(read.data.metadata?.phone_number_id)) {
    reading.skip('number.notOurs', path);
    return;
  }
  const contacts = readContacts(read.data.contacts);
  for (const [at, message] of reading.list(read.data.messages, `${path}.value.messages`)) {
    reading.add(parseMessage(message, contacts, reading.receivedAt), at);
  }
  for (const [at, status] of reading.list(read.data.statuses, `${path}.value.statuses`)) {
    reading.add(parseStatus(status, reading.receivedAt), at);
  }
  // Errors beside messages describe those; alone they are about the business number itself.
  const isAboutNumber = read.data.messages === undefined && read.data.statuses === undefined;
  const error = isAboutNumber ? firstProblem(read.data.errors) : undefined;
  if (error) reading.addAccount('messages.errors', path, entryTime, error);
}

function readContacts(contacts: unknown): WaContact[] {
  if (!Array.isArray(contacts)) return [];
  return contacts.flatMap((element) => {
    const read = waContact.safeParse(element);
    return read.success ? [read.data] : [];
  });
}

/** What has been gathered of one webhook so far. */
class Reading {
  readonly events: InboundEvent[] = [];
  readonly skipped = new Map<string, SkippedElement>();

  constructor(
    readonly receivedAt: string,
    private readonly bodyHash: string,
    private readonly phoneNumberId: string | undefined,
  ) {}

  isOurs(phoneNumberId: string | undefined): boolean {
    return phoneNumberId === undefined || this.phoneNumberId === undefined || phoneNumberId === this.phoneNumberId;
  }

  add(parsed: Parsed, path: string): void {
    if (parsed.ok) this.events.push(parsed.event);
    else this.skip(parsed.reason, path);
  }

  /** Account facts have no id of their own: the same bytes sent again are known by their hash. */
  addAccount(field: string, path: string, time: unknown, error?: ReturnType<typeof firstProblem>): void {
    const at = isoTime(time, this.receivedAt);
    const dedupeKey = `${this.bodyHash}:${path}`;
    this.events.push({ type: 'account', dedupeKey, field: shortName(field), at, ...(error ? { error } : {}) });
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
