import type { IncomingContent } from '@/flows/schema/message';
import type { Session } from '@/flows/schema/session';
import { commitTurns } from '../../conversation/commit/store';
import { takeTurn } from '../../conversation/take-turn';
import type { TurnCommit } from '../../conversation/turn-commit';
import type { TurnWorld } from '../../conversation/turn-work';
import { loadWork } from '../../conversation/work/store';
import type { InboxItem } from '../../inbox/inbox-item';
import { insertInbox } from '../../inbox/store';
import { createChance } from '../customers/chance';
import type { SampleCustomer } from '../customers/sample-customer';
import { whatTheySay } from '../customers/what-they-say';
import { backdate, claimTurns, holdTurns, insertCustomers, markSent } from './store';

/** More than any of the sample's conversations has. */
const MOST_MESSAGES = 20;
const MINUTE_MS = 60_000;
/** How long the bot takes to answer. */
const ANSWER_MS = 2_000;

/** A conversation as it stands. */
type Playing = { readonly customer: SampleCustomer; readonly session: Session | null; readonly atMs: number };

/**
 * Lets these people write to us, all side by side, through inbox, turn and commit as everybody does; only the clock is
 * theirs. They must not be there yet.
 */
export async function playCustomers(
  customers: readonly SampleCustomer[],
  { world, actorId, nowMs }: { readonly world: TurnWorld; readonly actorId: string; readonly nowMs: number },
): Promise<void> {
  await insertCustomers(customers);
  let playing = customers.map((customer): Playing => ({ customer, session: null, atMs: beginsAt(customer, nowMs) }));
  for (let nth = 1; nth <= MOST_MESSAGES && playing.length > 0; nth += 1)
    playing = await playRound(playing, nth, world, nowMs);
  await backdate(customers, actorId, nowMs);
}

/** In the waking hours of India, some days ago, and never so late that the conversation would reach into the future. */
function beginsAt({ agoMs, number }: SampleCustomer, nowMs: number): number {
  const hour = 9 + createChance(number + 7_000).next() * 11.5; // 9:00 to 20:30
  const day = Math.floor((nowMs - agoMs + INDIA_MS) / DAY_MS) * DAY_MS - INDIA_MS;
  const atMs = day + hour * 3_600_000;
  const latestMs = nowMs - LONGEST_MS;
  return Math.round(atMs > latestMs ? Math.min(atMs - DAY_MS, latestMs) : atMs);
}

const DAY_MS = 86_400_000;
const INDIA_MS = 5.5 * 3_600_000;
const LONGEST_MS = 2 * 3_600_000;

async function playRound(
  playing: readonly Playing[],
  nth: number,
  world: TurnWorld,
  nowMs: number,
): Promise<Playing[]> {
  const speaking = playing.flatMap((one) => {
    const content = whatTheySay(one.customer, nth, one.session);
    return content ? [{ ...one, item: itemOf(one, nth, content) }] : [];
  });
  const ids = speaking.map(({ customer }) => customer.id);
  if (ids.length === 0) return [];
  await holdTurns(ids);
  await insertInbox(
    speaking.map(({ item }) => item),
    0,
  );
  const fences = await claimTurns(ids);
  const works = await loadWork(ids, new Map());
  const commits: TurnCommit[] = [];
  const next: Playing[] = [];
  for (const { customer, atMs } of speaking) {
    const loaded = works.get(customer.id);
    const fence = fences.get(customer.id);
    if (!loaded?.ok || fence === undefined) throw new Error('A sample conversation was changed by somebody else.');
    const claim = { contactId: customer.id, fence, claims: 1, failures: 0 };
    const commit = await takeTurn(claim, loaded.work, { ...world, nowMs: () => atMs + ANSWER_MS });
    if (!commit) throw new Error('A sample message was not answered.');
    commits.push(quiet(commit, nowMs));
    const session = commit.session?.state ?? loaded.work.session?.state ?? null;
    next.push({ customer, session, atMs: atMs + pauseMs(customer, nth) });
  }
  const committed = await commitTurns(commits);
  if (committed.includes(false)) throw new Error('The turn of a sample conversation was taken by somebody else.');
  await markSent(ids);
  return next;
}

function itemOf({ customer, atMs }: Playing, nth: number, content: IncomingContent): InboxItem {
  const messageId = `${customer.userId}.${nth}`;
  const occurredAt = new Date(atMs).toISOString();
  const from = { channel: 'simulator', contactId: customer.id } as const;
  return { ...from, externalId: messageId, occurredAt, kind: 'message', payload: { messageId, content } };
}

/** A clock of the past must not ring now. */
function quiet(commit: TurnCommit, nowMs: number): TurnCommit {
  const { session } = commit;
  if (!session || session.wakeAt === null || Date.parse(session.wakeAt) > nowMs) return commit;
  return { ...commit, session: { ...session, wakeAt: null } };
}

/** Most answer within minutes; together at most as long as a conversation may last. */
function pauseMs({ number }: SampleCustomer, nth: number): number {
  const { next } = createChance(number * 53 + nth);
  return Math.round((0.4 + next() ** 2 * 5) * MINUTE_MS);
}
