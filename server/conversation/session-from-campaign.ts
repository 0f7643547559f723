import { startSession } from '@/flows/engine/start-session';
import { derivedId } from './ids';
import type { StoredSession, TurnWork, TurnWorld } from './turn-work';

/**
 * The session in which the answer to a campaign is taken: it begins where the campaign says, in the version that is active
 * now, and knows what the conversation before it had found out. Undefined when no campaign asks for one, when the contact is
 * to stay in the conversation that goes on, or when that place is no longer drawn.
 */
export async function sessionFromCampaign(
  work: TurnWork,
  world: TurnWorld,
  nowMs: number,
): Promise<StoredSession | undefined> {
  const { contact, session } = work;
  const { entry } = contact;
  if (entry === null || (entry.live === 'join' && session !== null)) return undefined;
  const active = world.activeFlows.get(entry.flowId);
  if (!active?.flow.states.some(({ id }) => id === entry.stateId)) return undefined;
  const { id: contactId, language, timezone } = contact;
  const state = startSession({
    id: derivedId('session', entry.outboxId),
    contactId,
    flow: active.flow,
    flowVersion: active.version,
    state: entry.stateId,
    language: session?.state.language ?? language,
    timezone,
    nowMs,
  });
  if (session === null) return { state, version: 0, wakeAt: null };
  const { slots, consents, interest } = session.state;
  return { state: { ...state, slots, consents, interest }, version: 0, wakeAt: null };
}
