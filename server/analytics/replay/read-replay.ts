import { z } from 'zod';
import { textOfIncoming } from '@/flows/rendering/text-of-content';
import type { Intent } from '@/flows/schema/intents';
import type { SlotValue } from '@/flows/schema/slots';
import { turnInput } from '@/flows/schema/turn-input';
import { KnownError } from '../../errors';
import { readEvents } from './read-events';
import { type SaidText, saidTextOf } from './said-text';
import { type ReplayedSession, type ReplayedTurn, selectReplayedSession, selectReplayedTurns } from './store';

/** One contact's conversation, turn by turn, as it was recorded: sensitive numbers are dotted out there already. */
export type Replay = ReplayedSession & { readonly sessionId: string; readonly steps: readonly ReplayStep[] };

export type ReplayStep = {
  readonly turnId: string;
  readonly seq: number;
  /** ISO UTC. */
  readonly at: string;
  /** A session that was moved went on in another version. */
  readonly flowVersion: number;
  readonly input: string;
  readonly heard: readonly string[];
  readonly said: readonly SaidText[];
  /** The states that were entered and the transitions that were taken, in order. */
  readonly entered: readonly string[];
  readonly transitions: readonly string[];
  /** What the message was understood as; null where none was read. */
  readonly intent: Intent | null;
  readonly confidence: number | null;
  readonly slots: readonly { readonly slot: string; readonly value: SlotValue }[];
  readonly stateAfter: string;
};

/** The newest 500 turns at most, oldest first. Throws `record.notFound` for a session that is not there. */
export async function readReplay(sessionId: string): Promise<Replay> {
  const [session, turns] = await Promise.all([selectReplayedSession(sessionId), selectReplayedTurns(sessionId)]);
  if (!session) throw new KnownError('record.notFound', 'There is no such conversation.');
  return { sessionId, ...session, steps: turns.map(toStep) };
}

function toStep({ id, seq, at, flowVersion, stateAfter, input, events: recorded }: ReplayedTurn): ReplayStep {
  const events = readEvents(recorded);
  const understood = events.find((event) => event.type === 'message.understood');
  return {
    turnId: id,
    seq,
    at: at.toISOString(),
    flowVersion,
    ...heardIn(input),
    said: events.flatMap(saidTextOf),
    entered: events.flatMap((event) => (event.type === 'state.entered' ? [event.state] : [])),
    transitions: events.flatMap((event) => (event.type === 'transition.taken' ? [event.transition] : [])),
    intent: understood?.intent ?? null,
    confidence: understood?.confidence ?? null,
    slots: events.flatMap((event) => (event.type === 'slot.filled' ? [{ slot: event.slot, value: event.value }] : [])),
    stateAfter,
  };
}

function heardIn(recorded: unknown): Pick<ReplayStep, 'input' | 'heard'> {
  const input = turnInput.safeParse(recorded);
  if (!input.success) return { input: named.safeParse(recorded).data?.type ?? '', heard: [] };
  const reply = 'reply' in input.data ? input.data.reply : null;
  return { input: input.data.type, heard: reply?.messages.map(({ content }) => textOfIncoming(content)) ?? [] };
}

const named = z.object({ type: z.string() });
