import { readReply } from '@/flows/engine/read-reply';
import type { Reply } from '@/flows/schema/turn-input';
import { reopens } from '../consent/opt-out';
import { embeddedReader } from '../understanding/understand-turn';
import { putOff, setAside } from './compose-commit';
import { incomingMessages } from './incoming-messages';
import type { Claim } from './queue/store';
import { leadingMessages } from './ready-work';
import type { TurnCommit } from './turn-commit';
import type { MessageEntry, TurnWork, TurnWorld } from './turn-work';

/** What is read of messages that an officer answers, without any model: whether they ask us to stop, and what is not kept. */
export function readForOfficer(work: TurnWork, entries: readonly MessageEntry[], nowMs: number): Reply | null {
  if (entries.length === 0) return null;
  const { language, timezone } = work.contact;
  const session = work.session?.state ?? { language, timezone, wait: null };
  return readReply(incomingMessages(entries), session, embeddedReader(), nowMs);
}

/** How long a clock that runs out waits to be looked at again. */
const LATER_MS = 10 * 60_000;

/**
 * Keeps what came in for the officer who has the conversation: messages are shown and open the 24 hours, what was planned is
 * cancelled by them, and neither the session nor the lead is touched. A clock that runs out waits.
 */
export function leaveToOfficer(
  claim: Claim,
  work: TurnWork,
  world: TurnWorld,
  reply: Reply | null,
): TurnCommit | undefined {
  const [first] = work.entries;
  if (!first) return putClockOff(claim, work, world);
  const entries = first.kind === 'start' ? [first] : leadingMessages(work);
  const aside = { claim, work, world, entries, reply, status: 'handled', reason: 'officer.owns', words: [] } as const;
  const kept = setAside(aside);
  const reopened = work.contact.optedOutAt !== null && reply !== null && reopens(reply.understanding.intent);
  const contact = reopened ? { ...kept.contact, optOut: 'reopened' as const } : kept.contact;
  return { ...kept, contact, cancelsFollowUps: first.kind === 'message' };
}

function putClockOff(claim: Claim, work: TurnWork, world: TurnWorld): TurnCommit | undefined {
  const wakeAt = work.session?.wakeAt ?? null;
  if (!work.session || wakeAt === null || Date.parse(wakeAt) > world.nowMs()) return;
  return putOff(claim, work, world, work.session, new Date(world.nowMs() + LATER_MS).toISOString());
}
