import type { Scope } from '../expressions/scope';
import { textOfIncoming } from '../rendering/text-of-content';
import { intentFamilies } from '../schema/intents';
import type { Session } from '../schema/session';
import { customerSlots, type SlotName, type SlotValue } from '../schema/slots';
import type { Reply } from '../schema/turn-input';
import type { TurnEnv } from './env';

/** The names beside slots and variables; checks know them too. */
export const turnNames = [
  'turn.intent',
  'turn.family',
  'turn.confidence',
  'turn.text',
  'visits',
  'interest',
  'language',
  'reference',
  'upload_link',
] as const;
type TurnName = (typeof turnNames)[number];

type ScopedTurn = Readonly<{
  reply: Reply | null;
  visit: number;
  hasVariable: (name: string) => boolean;
  value: (slot: SlotName) => SlotValue | undefined;
  session: () => Session;
  env: Pick<TurnEnv, 'uploadLink'>;
}>;

/** What expressions can name: slots and variables, and a few facts about the turn. Any other name is unknown. */
export function turnScope(turn: ScopedTurn): Scope {
  return {
    get: (name) => (isTurnName(name) ? valueOfTurn(name, turn) : turn.value(name)),
    declares: (name) => isTurnName(name) || Object.hasOwn(customerSlots, name) || turn.hasVariable(name),
  };
}

function valueOfTurn(name: TurnName, turn: ScopedTurn): SlotValue | undefined {
  switch (name) {
    case 'turn.intent':
      return turn.reply?.understanding.intent;
    case 'turn.family':
      return turn.reply ? intentFamilies[turn.reply.understanding.intent] : undefined;
    case 'turn.confidence':
      return turn.reply?.understanding.confidence;
    case 'turn.text':
      return turn.reply?.messages
        .map(({ content }) => textOfIncoming(content))
        .join(' ')
        .toLowerCase();
    case 'visits':
      return turn.visit;
    case 'interest':
      return turn.session().interest;
    case 'language':
      return turn.session().language;
    case 'reference':
      return referenceOf(turn.session().id);
    case 'upload_link':
      return turn.env.uploadLink;
    default:
      return name satisfies never;
  }
}

/** A short code that a customer can read out to an officer: the last six letters and digits of the session's id. */
export function referenceOf(sessionId: string): string {
  return sessionId
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(-6)
    .toUpperCase();
}

const names: ReadonlySet<string> = new Set(turnNames);
function isTurnName(name: string): name is TurnName {
  return names.has(name);
}
