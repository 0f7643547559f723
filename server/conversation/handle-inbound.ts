import type { ChannelId } from '../channels/channel';
import { isDatabaseAway } from '../errors';
import { routeHandovers } from '../handovers/routing/route-handovers';
import { ring } from '../inbox/bells';
import { type GroupCommit, groupCommit } from '../inbox/group-commit';
import { log } from '../log';
import { type MessageIds, messageIdsOf } from '../sealing/message-id';
import { commitTurns } from './commit/store';
import { setAside } from './compose-commit';
import { runtimeWords } from './compose-said';
import { type Claim, claimDueContacts, giveBack, markDead, releaseClaim, renewLeases, stopTimer } from './queue/store';
import { leadingMessages, readyWork } from './ready-work';
import { takeTurn } from './take-turn';
import type { TurnCommit } from './turn-commit';
import type { TurnWorld } from './turn-work';
import { wordlessAnswer } from './wordless';
import { type LoadedWork, loadWork } from './work/store';

/** Takes the turns of due contacts, many side by side, at most one of each contact across all processes. */
export type InboundHandler = {
  /** Claims what is due, as far as there is room, and begins those turns. Says how many; `isFull` if more may be due. */
  readonly takeDue: () => Promise<{ readonly claimed: number; readonly isFull: boolean }>;
  /** Keeps the leases of the turns that are being taken. */
  readonly renew: () => Promise<void>;
  readonly busyCount: () => number;
  /** Resolves when every turn that was begun is committed or given back. */
  readonly settled: () => Promise<void>;
};

export type InboundOptions = {
  /** The worker in whose name contacts are claimed. */
  readonly owner: string;
  readonly world: () => Promise<TurnWorld>;
  /** Shows a customer that their message was seen and is being answered. Returns at once. */
  readonly acknowledge?: (message: Acknowledgeable) => void;
};

export type Acknowledgeable = {
  readonly channel: ChannelId;
  /** The channel's id of the message. */
  readonly externalId: string;
  readonly account: string | undefined;
};

export function createInboundHandler({ owner, world, acknowledge }: InboundOptions): InboundHandler {
  const commits = groupCommit(commitTurns, { flights: 2, mostWeight: mostAtOnce, isHopeless: isDatabaseAway });
  const busy = new Map<string, Promise<void>>();
  /** Claims that could not be ended because the database was away. */
  const stranded: Claim[] = [];

  return {
    takeDue: async () => {
      const room = Math.min(mostAtOnce, mostBusy - busy.size);
      if (room <= 0) return { claimed: 0, isFull: true };
      await release(stranded);
      const claims = await claimDueContacts(owner, room, leaseSeconds);
      if (claims.length === 0) return { claimed: 0, isFull: false };
      const [loaded, current, ids] = await Promise.all([load(claims), world(), messageIdsOf('whatsapp')]);
      for (const claim of claims) {
        const work = loaded.get(claim.contactId);
        const turn = handleClaim(claim, work, current, commits, stranded);
        if (acknowledge) acknowledgeNewest(work, ids, acknowledge);
        busy.set(
          claim.contactId,
          turn.finally(() => busy.delete(claim.contactId)),
        );
      }
      return { claimed: claims.length, isFull: claims.length === room };
    },
    renew: async () => {
      if (busy.size > 0) await renewLeases(owner, [...busy.keys()], leaseSeconds);
    },
    busyCount: () => busy.size,
    settled: async () => {
      while (busy.size > 0) await Promise.all(busy.values());
    },
  };
}

const leaseSeconds = 30;
const mostAtOnce = 48;
/** Turns begun and not yet committed. Only those that wait for an outside service last longer than a moment. */
const mostBusy = 192;
const mostFailures = 3;
/** Claims without a commit after which the messages themselves are taken to be what ends the process. */
const mostClaims = 10;

/** Gives back what was stranded, one by one, so that a failure in between loses none. */
async function release(stranded: Claim[]): Promise<void> {
  for (let claim = stranded[0]; claim; claim = stranded[0]) {
    await releaseClaim(claim, 'dueNow');
    stranded.shift();
  }
}

type Commits = GroupCommit<TurnCommit, boolean>;

/** After a failure messages are tried one by one, so that only the bad one is given up. */
async function load(claims: readonly Claim[]): Promise<ReadonlyMap<string, LoadedWork>> {
  const alone = claims.filter(({ failures, claims: times }) => failures > 0 || times > mostClaims / 2);
  return loadWork(
    claims.map(({ contactId }) => contactId),
    new Map(alone.map(({ contactId }) => [contactId, 1])),
  );
}

function acknowledgeNewest(
  loaded: LoadedWork | undefined,
  { show }: MessageIds,
  acknowledge: (message: Acknowledgeable) => void,
): void {
  if (!loaded?.ok || loaded.work.contact.optedOutAt !== null || loaded.work.contact.handover === 'taken') return;
  const newest = leadingMessages(loaded.work).findLast(
    ({ payload }) => wordlessAnswer([payload.content]) !== 'nothing',
  );
  if (!newest) return;
  const { messageId, account } = newest.payload;
  acknowledge({ channel: loaded.work.contact.channel, externalId: show(messageId), account });
}

/** Never throws: whatever happens, the contact goes on. */
async function handleClaim(
  claim: Claim,
  loaded: LoadedWork | undefined,
  world: TurnWorld,
  commits: Commits,
  stranded: Claim[],
): Promise<void> {
  try {
    if (!loaded) return; // merged into another contact since it was claimed
    if (claim.claims > mostClaims) throw new Error('This turn was begun often and never came to an end.');
    if (!loaded.ok) throw new Error('What is stored for this contact cannot be read.', { cause: loaded.cause });
    const work = readyWork(loaded.work, world.nowMs());
    if (!work) return await releaseClaim(claim, 'dueSoon');
    const commit = await takeTurn(claim, work, world);
    if (!commit) return await releaseClaim(claim, 'idle');
    const isCommitted = await commits.add(commit);
    if (!isCommitted) log.warn({ contactId: claim.contactId }, 'turn.leaseLost');
    else if (commit.outbox.length > 0) ring('outbox');
    if (isCommitted && commit.more) ring('turns');
    if (isCommitted && commit.handovers.length > 0) routeSoon(world.nowMs());
  } catch (error) {
    if (isDatabaseAway(error)) {
      stranded.push(claim); // not the turn's fault: it is taken again when the database is back
      return;
    }
    await handleFailure(claim, loaded, world, error).catch((cause: unknown) => {
      stranded.push(claim);
      log.error({ contactId: claim.contactId, err: cause }, 'turn.notGivenBack');
    });
  }
}

/** Whom the customer waits for is chosen beside their turn; where that fails, the next look at who waits does it. */
function routeSoon(nowMs: number): void {
  routeHandovers(nowMs).catch((error: unknown) => log.warn({ err: error }, 'handover.notRouted'));
}

async function handleFailure(
  claim: Claim,
  loaded: LoadedWork | undefined,
  world: TurnWorld,
  error: unknown,
): Promise<void> {
  const { contactId, failures } = claim;
  const entryIds = entriesOf(loaded);
  log.error({ contactId, failures: failures + 1, entries: entryIds.length, err: error }, 'turn.failed');
  if (failures + 1 < mostFailures && claim.claims <= mostClaims) {
    await giveBack(claim, 500 * 4 ** failures);
    ring('turns', 500 * 4 ** failures);
    return;
  }
  log.fatal({ contactId, entries: entryIds }, 'turn.dead');
  const hasApologized = await apologize(claim, loaded, world);
  if (!hasApologized) await giveUp(claim, entryIds);
  ring(hasApologized ? 'outbox' : 'turns');
}

/** Tells the customer that we failed, in the same transaction that gives the message up. Says whether that could be done. */
async function apologize(claim: Claim, loaded: LoadedWork | undefined, world: TurnWorld): Promise<boolean> {
  const first = loaded?.ok ? loaded.work.entries[0] : undefined;
  if (!loaded?.ok || first?.kind !== 'message' || loaded.work.contact.optedOutAt !== null) return false;
  if (loaded.work.contact.handover === 'taken') return false;
  const { work } = loaded;
  const language = work.session?.state.language ?? work.contact.language;
  const text = world.packs[language]?.messages.somethingWrong;
  const words = text ? [runtimeWords(text, 'somethingWrong', work.session?.state.state ?? '', language)] : [];
  const aside = { claim, work, world, entries: [first], reply: null, words };
  return commitTurns([setAside({ ...aside, status: 'dead', reason: 'turn.failed' })])
    .then(([isCommitted]) => isCommitted === true)
    .catch(() => false); // then at least the contact goes on
}

async function giveUp(claim: Claim, entryIds: readonly string[]): Promise<void> {
  if (entryIds.length > 0) await markDead(entryIds, 'turn.failed');
  else await stopTimer(claim.contactId);
  await releaseClaim(claim, 'dueNow');
}

function entriesOf(loaded: LoadedWork | undefined): readonly string[] {
  if (!loaded) return [];
  return loaded.ok ? loaded.work.entries.map((entry) => entry.id) : loaded.entryIds;
}
