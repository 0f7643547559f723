import type { Actor } from '../../auth/actor';
import { selectTurn } from '../../conversation/store';
import { toTurnView } from '../../conversation/turn-view';
import { KnownError } from '../../errors';
import { requireReadable } from '../../leads/visibility/store';
import type { BotReading } from '../inbox-views';

/** What the bot understood in one turn, and where that led. */
export async function readBotReading(actor: Actor, turnId: string): Promise<BotReading> {
  const turn = await selectTurn(turnId);
  if (!turn) throw new KnownError('record.notFound', 'The bot read nothing here.');
  await requireReadable(actor, turn.contactId);
  const { understanding, stateBefore, stateAfter, path, slots } = toTurnView(turn, []);
  return { understanding, stateBefore, stateAfter, path, slots };
}
