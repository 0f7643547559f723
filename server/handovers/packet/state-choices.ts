import { canWaitAt } from '../acts/return-to-bot';
import type { StateChoice } from '../handover-views';
import { botPlaceOf } from './bot-place';

/** The states at which the bot can go on with a contact: those where it waits for what the customer says. */
export async function stateChoices(contactId: string): Promise<readonly StateChoice[]> {
  const place = await botPlaceOf(contactId);
  if (!place) return [];
  const { flow, session } = place;
  return flow.states
    .filter(({ id }) => canWaitAt(flow, id))
    .map(({ id, name, type }) => ({ id, name: name ?? id, type, isCurrent: id === session.state }));
}
