import type { ChannelId, InboundEvent, Sender } from '../channels/channel';
import { resolveSender } from '../contacts/resolve-sender';
import { insertStrangers } from '../contacts/store';
import { getEnv } from '../env';
import { isDatabaseAway, KnownError } from '../errors';
import { messageIdsOf } from '../sealing/message-id';
import { ring } from './bells';
import { type GroupCommit, groupCommit } from './group-commit';
import { hideIds } from './hide-ids';
import { type InboxItem, toInboxItem } from './inbox-item';
import { insertInbox } from './store';

/**
 * Puts a webhook's events into the inbox. When it resolves they are durable, each once for ever; a repetition changes
 * nothing. Throws `database.unavailable` within a second when they may not be: the channel must then send them again.
 */
export async function acceptEvents(channel: ChannelId, events: readonly InboundEvent[]): Promise<void> {
  if (events.length === 0) return;
  await withinPatience(
    messageIdsOf(channel).then((ids) => accept(events.map((event) => toInboxItem(channel, hideIds(event, ids))))),
  );
}

/** The same for what has been made by ourselves: the simulator's messages, and conversations that we begin. */
export async function acceptItems(items: readonly InboxItem[]): Promise<void> {
  if (items.length > 0) await withinPatience(accept(items));
}

async function accept(items: readonly InboxItem[]): Promise<void> {
  const commits = inboxCommits();
  if (commits.waitingCount() > mostWaiting) throw unavailable();
  await commits.add(items);
  if (items.some((item) => item.kind === 'status')) ring('statuses');
  if (items.some((item) => item.kind === 'account')) ring('facts');
  if (items.some((item) => item.kind === 'message' && item.payload.content.type === 'media')) ring('files');
  if (items.some((item) => item.kind === 'message' || item.kind === 'start')) ring('turns', getEnv().BURST_WINDOW_MS);
}

/** Webhooks that may wait for the database; beyond that they are refused at once and come again later. */
const mostWaiting = 2_000;
const patienceMs = 900; // Meta's clock for a webhook runs; a refusal within a second is sent again soon

function inboxCommits(): GroupCommit<readonly InboxItem[], undefined> {
  globalThis.vaartaInboxCommits ??= groupCommit(store, {
    flights: 2,
    mostWeight: 500,
    weigh: (items) => items.length,
    isHopeless: isDatabaseAway,
  });
  return globalThis.vaartaInboxCommits;
}

declare global {
  var vaartaInboxCommits: GroupCommit<readonly InboxItem[], undefined> | undefined;
}

async function store(batches: readonly (readonly InboxItem[])[]): Promise<undefined[]> {
  const items = batches.flat();
  const unresolved = await insert(items);
  if (unresolved.length > 0) await insertWithContacts(unresolved);
  return batches.map(() => undefined);
}

/** Stores what it can, and gives back the items of senders who are not exactly known. */
async function insert(items: readonly InboxItem[]): Promise<readonly InboxItem[]> {
  const unresolved = await insertInbox(items, getEnv().BURST_WINDOW_MS);
  return unresolved.flatMap(({ at }) => items[at] ?? []);
}

/** New senders are added together; who is left has one identifier of a contact and lacks or contradicts the other. */
async function insertWithContacts(items: readonly InboxItem[]): Promise<void> {
  await insertStrangers(items.map((item) => ({ ...senderOf(item), channel: item.channel })));
  const named: InboxItem[] = [];
  for (const item of await insert(items)) {
    named.push({ ...item, contactId: await resolveSender(item.channel, senderOf(item)) });
  }
  if (named.length > 0) await insert(named);
}

function senderOf({ sender }: InboxItem): Sender {
  if (!sender) throw new Error('An inbox item names neither a contact nor a sender.');
  return sender;
}

function withinPatience<Result>(promise: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(unavailable()), patienceMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function unavailable(): KnownError {
  return new KnownError('database.unavailable', 'The database does not answer in time. Send it again later.');
}
