import { FLOW_REPLACED } from '@/flows/scenarios/recorded-conversation';
import type { TurnEvent } from '@/flows/schema/events';
import type { Session } from '@/flows/schema/session';
import { derivedId } from '../../conversation/ids';
import type { HandoverRow, TurnRow } from '../../conversation/turn-commit';
import type { PublishedFlow } from '../store';

export type HandedOver = Readonly<{ session: Session; turn: TurnRow; handover: HandoverRow }>;

/** Ends a session whose version was replaced, with the facts that a handover state and an end state would have given. */
export function handOverSession(session: Session, { flow, version }: PublishedFlow, nowMs: number): HandedOver {
  const at = new Date(nowMs).toISOString();
  const { id: sessionId, state } = session;
  const seq = session.turn + 1;
  const turnId = derivedId('turn', sessionId, seq);
  const summary = `"${flow.name}" was replaced by its version ${version} while this customer was in the state "${state}".`;
  const events: readonly TurnEvent[] = [
    { type: 'handover.requested', reason: FLOW_REPLACED, summary, state },
    { type: 'session.ended', state, reason: FLOW_REPLACED },
  ];
  return {
    session: { ...session, status: 'ended', wait: null, turn: seq, updatedAt: at },
    turn: {
      id: turnId,
      sessionId,
      seq,
      flowId: session.flowId,
      flowVersion: session.flowVersion,
      stateBefore: state,
      stateAfter: state,
      // No one spoke and no clock rang, and an input of its own would be one that the engine must know. A time that is up
      // for a wait which never was is the nearest: an engine that replays it answers `wait.over`, and says nothing.
      input: { type: 'timedOut', waitId: `${FLOW_REPLACED}@${version}` },
      understanding: null,
      events,
      timings: { waitedMs: 0, understandMs: 0, runMs: 0, effectsMs: 0 },
      cost: { messages: 0, llmTokens: 0, llmInr: 0 },
      at,
    },
    handover: {
      id: derivedId('handover', turnId, 0),
      askedBy: 'flow',
      sessionId,
      turnId,
      reason: FLOW_REPLACED,
      summary,
      stateId: state,
    },
  };
}
