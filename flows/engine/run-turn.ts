import type { TurnEvent } from '../schema/events';
import type { Flow } from '../schema/flow';
import type { Session } from '../schema/session';
import type { TurnInput } from '../schema/turn-input';
import type { TurnEnv } from './env';
import { limits } from './limits';
import { Turn } from './turn';
import { currentFlow, Walk } from './walk';

export type TurnResult = Readonly<{ session: Session; events: readonly TurnEvent[] }>;

const HOUR_MS = 3_600_000;

/**
 * Takes one turn: synchronous, total, and the same for the same input. It returns the next session and the facts of
 * the turn; it sends nothing and never throws for what an author drew or a customer wrote. `flow` is the session's
 * pinned version.
 */
export function runTurn(flow: Flow, session: Session, input: TurnInput, env: TurnEnv): TurnResult {
  const turn = new Turn(currentFlow(flow, session, env), session, env);
  const refusal = refusalOf(session, input);
  if (refusal) {
    turn.emit({ type: 'input.ignored', reason: refusal });
    return { session, events: turn.events };
  }
  if (!countTurn(turn)) return turn.result();
  new Walk(turn, flow).begin(input);
  return turn.result();
}

/** Why an input is none of this session's business now, or null. */
function refusalOf(session: Session, input: TurnInput): string | null {
  if (session.status === 'ended') return 'session.ended';
  if (input.type === 'started') return session.turn === 0 ? null : 'session.already_started';
  if (input.type === 'replied') return session.wait?.type === 'effect' ? 'effect.pending' : null;
  if (session.wait?.id !== input.waitId) return 'wait.over';
  return (input.type === 'effectSettled') === (session.wait.type === 'effect') ? null : 'wait.other';
}

function countTurn(turn: Turn): boolean {
  const hour = Math.floor(turn.nowMs / HOUR_MS);
  const before = turn.session().turnsInHour;
  const count = before.hour === hour ? before.count + 1 : 1;
  turn.change({ turn: turn.session().turn + 1, turnsInHour: { hour, count } });
  if (count <= limits.turnsPerHour) return true;
  turn.emit({ type: 'limit.reached', limit: 'turnsPerHour', detail: String(count), cycle: [] });
  return false;
}
