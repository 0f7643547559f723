import type { Session, Wait } from '@/flows/schema/session';
import type { PublishedFlow } from '../store';

/**
 * A session as it goes on in another version of its flow, or null when it has to stay where it is: inside a subflow, while
 * a call is out, or in a state that the version does not have and `targets` names no other for. Nothing is said.
 */
export function moveSession(
  session: Session,
  { flow, version }: PublishedFlow,
  targets: Readonly<Record<string, string>>,
): Session | null {
  if (session.calls.length > 0 || session.wait?.type === 'effect') return null;
  const states = new Set(flow.states.map(({ id }) => id));
  const placeOf = (state: string) => {
    const place = Object.hasOwn(targets, state) ? targets[state] : state;
    return place !== undefined && states.has(place) ? place : undefined;
  };
  // Before the first turn nothing was said, and the flow begins where the new version begins.
  const state = session.turn === 0 ? flow.start : placeOf(session.state);
  if (state === undefined) return null;
  return {
    ...session,
    flowVersion: version,
    state,
    wait: state === session.state ? session.wait : waitElsewhere(session.wait),
    language: flow.languages.includes(session.language) ? session.language : flow.defaultLanguage,
    returns: session.returns.flatMap((place) => placeOf(place) ?? []),
  };
}

/**
 * The slots and buttons that the old state asked for mean nothing in the new one, where a "yes" would be read as their
 * answer. The id stays, and with it the deadline: whoever stays silent is still followed up by the clock that runs.
 */
function waitElsewhere(wait: Wait | null): Wait | null {
  return wait?.type === 'reply' ? { ...wait, expects: [], choices: [] } : wait;
}
