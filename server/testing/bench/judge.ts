import type { AcceptedSend } from '../fake-whatsapp/ledger';
import type { Written } from './crowd';

/** What the app remembers of a run. */
export type Memory = {
  readonly entries: readonly { readonly messageId: string; readonly status: string; readonly turnId: string | null }[];
  /** For each message, how many turns were taken for it. */
  readonly turnsOf: ReadonlyMap<string, number>;
  readonly outbox: readonly OutboxMemory[];
};

type OutboxMemory = { readonly id: string; readonly turnId: string; readonly idx: number; readonly status: string };

export type Verdict = {
  /** When the last message of a customer's answer was accepted by WhatsApp, by the id of the message it answers. */
  readonly repliedAt: ReadonlyMap<string, number>;
  /** Taken with 200, and never answered: one sentence each. */
  readonly lost: readonly string[];
  /** Told twice, or told by nobody. */
  readonly doubled: readonly string[];
  readonly outOfOrder: readonly string[];
  /** Not answered, and the app shows it: it was killed while sending, cannot know, and must not send again. */
  readonly unknownUnsent: readonly string[];
  /** Messages that were answered together with an earlier one. */
  readonly joined: number;
};

/**
 * Compares what customers wrote with what WhatsApp accepted. The ledger of the fake is the truth about what was sent; from
 * the app's memory comes only which message was meant as an answer to which, and what has become of the rest.
 */
export function judge(
  written: readonly Written[],
  accepted: readonly Pick<AcceptedSend, 'outboxId' | 'customer' | 'at'>[],
  memory: Memory,
): Verdict {
  const entries = new Map(memory.entries.map((entry) => [entry.messageId, entry]));
  const answers = new Map<string, OutboxMemory[]>();
  for (const row of memory.outbox) answers.set(row.turnId, [...(answers.get(row.turnId) ?? []), row]);
  const sentAt = new Map<string, number>();
  for (const { outboxId, at } of accepted) if (outboxId && !sentAt.has(outboxId)) sentAt.set(outboxId, at);

  const repliedAt = new Map<string, number>();
  const lost: string[] = [];
  const unknownUnsent: string[] = [];
  for (const { id, delivery } of written) {
    if (!delivery) continue; // never taken, so WhatsApp goes on posting it
    const fate = fateOf(entries.get(id), answers, sentAt);
    if (fate.is === 'answered') repliedAt.set(id, fate.at);
    else if (fate.is === 'unknown') unknownUnsent.push(id);
    else lost.push(`${id}: ${fate.why}`);
  }
  const turns = placesOf(written, entries);
  const doubled = [...findDoubled(accepted, memory), ...findTurnedTwice(memory)];
  const joined = [...turns.values()].reduce((sum, { count }) => sum + count - 1, 0);
  return { repliedAt, lost, doubled, outOfOrder: findOutOfOrder(accepted, memory, turns), unknownUnsent, joined };
}

type Fate =
  | { readonly is: 'answered'; readonly at: number }
  | { readonly is: 'unknown' }
  | { readonly is: 'lost'; readonly why: string };

function fateOf(
  entry: Memory['entries'][number] | undefined,
  answers: ReadonlyMap<string, readonly OutboxMemory[]>,
  sentAt: ReadonlyMap<string, number>,
): Fate {
  if (!entry) return { is: 'lost', why: 'was answered with 200 and is not stored' };
  if (entry.status !== 'handled') return { is: 'lost', why: `is stored as ${entry.status}` };
  const answer = entry.turnId === null ? [] : (answers.get(entry.turnId) ?? []);
  if (answer.length === 0) return { is: 'lost', why: 'is handled without an answer' };
  const missing = answer.filter(({ id }) => !sentAt.has(id));
  if (missing.length === 0) return { is: 'answered', at: Math.max(...answer.map(({ id }) => sentAt.get(id) ?? 0)) };
  const silent = missing.find(({ status }) => status !== 'unknown');
  return silent ? { is: 'lost', why: `its answer is ${silent.status} and was never accepted` } : { is: 'unknown' };
}

type TurnPlaces = { readonly first: number; readonly last: number; readonly count: number };

/** For each turn, which of its customer's messages it took. */
function placesOf(
  written: readonly Written[],
  entries: ReadonlyMap<string, Memory['entries'][number]>,
): ReadonlyMap<string, TurnPlaces> {
  const places = new Map<string, TurnPlaces>();
  for (const { id, place } of written) {
    const turnId = entries.get(id)?.turnId;
    if (!turnId) continue;
    const { first, last, count } = places.get(turnId) ?? { first: place, last: place, count: 0 };
    places.set(turnId, { first: Math.min(first, place), last: Math.max(last, place), count: count + 1 });
  }
  return places;
}

function findDoubled(accepted: readonly Pick<AcceptedSend, 'outboxId'>[], { outbox }: Memory): string[] {
  const known = new Set(outbox.map(({ id }) => id));
  const seen = new Set<string>();
  return accepted.flatMap(({ outboxId }) => {
    // An answer that the app does not remember was thought of twice: the second thought is the one that it remembers.
    if (!outboxId || !known.has(outboxId))
      return [`${outboxId ?? 'a message without an id'}: accepted, and not stored`];
    if (seen.has(outboxId)) return [`${outboxId}: accepted again`];
    seen.add(outboxId);
    return [];
  });
}

function findTurnedTwice({ turnsOf }: Memory): string[] {
  return [...turnsOf].flatMap(([id, count]) => (count > 1 ? [`${id}: ${count} turns were taken for it`] : []));
}

/** Each customer's answers must be accepted in the order of what they wrote, and those of one turn in their own order. */
function findOutOfOrder(
  accepted: readonly Pick<AcceptedSend, 'outboxId' | 'customer'>[],
  { outbox }: Memory,
  turns: ReadonlyMap<string, TurnPlaces>,
): string[] {
  const rows = new Map(outbox.map((row) => [row.id, row]));
  const before = new Map<string, { turnId: string; idx: number; last: number }>();
  const seen = new Set<string>();
  return accepted.flatMap(({ outboxId = '', customer }) => {
    const row = rows.get(outboxId);
    const places = row && turns.get(row.turnId);
    if (!row || !places || seen.has(outboxId)) return []; // counted as doubled, if anything
    seen.add(outboxId);
    const { turnId, idx } = row;
    const earlier = before.get(customer.phone);
    before.set(customer.phone, { turnId, idx, last: Math.max(places.last, earlier?.last ?? 0) });
    if (!earlier) return [];
    const isNext = earlier.turnId === turnId ? idx > earlier.idx : places.first > earlier.last;
    return isNext ? [] : [`${outboxId} to ${customer.phone}: answers message ${places.first} after ${earlier.last}`];
  });
}
