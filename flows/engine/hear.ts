import type { Choice, IncomingMessage } from '../schema/message';
import type { ChoiceTemplate } from '../schema/message-template';
import {
  type CustomerSlot,
  customerSlots,
  type SlotDefinition,
  type SlotName,
  type SlotReading,
} from '../schema/slots';
import type { Reply } from '../schema/turn-input';
import type { Understanding } from '../schema/understanding';
import { wordsOf } from '../schema/words-of';
import { choiceIn } from './choice-in';
import { interestAfter } from './interest';
import type { Turn } from './turn';

/** What a turn took in: the reply with taps read as what they said, and the slots that the customer spoke of. */
export type Heard = Readonly<{ reply: Reply; filled: readonly SlotName[] }>;

/** Takes in a reply before anything is decided: language, slots, interest. */
export function hear(turn: Turn, given: Reply): Heard {
  const reply = withTaps(turn, given);
  const { understanding } = reply;
  const { engine, reason, intent, confidence } = understanding;
  turn.reply = reply;
  turn.emit({ type: 'message.understood', engine, reason, intent, confidence });
  followLanguage(turn, reply);
  const filled: SlotName[] = [];
  for (const [slot, reading] of Object.entries(understanding.slots)) {
    if (!isAllowed(turn, slot, reading)) continue;
    turn.fillFact(slot, reading, 'customer');
    filled.push(slot);
  }
  const kinds = [...new Set(understanding.sensitive.map((span) => span.kind))];
  if (kinds.length > 0) turn.emit({ type: 'sensitive.detected', kinds });
  moveInterest(turn, reply);
  return { reply, filled };
}

/** A tap means what its author wrote beside the choice, also when the message that offered it is an old one. */
function withTaps(turn: Turn, reply: Reply): Reply {
  let { understanding } = reply;
  for (const message of reply.messages) {
    const offeredNow = offeredChoices(turn);
    const choiceId = choiceIn(message.content, offeredNow);
    if (choiceId === null) continue;
    const stale = !offeredNow.some((offered) => offered.id === choiceId);
    turn.emit({ type: 'choice.taken', choice: choiceId, stale });
    const choice = turn.flow.choices.get(choiceId);
    if (choice) understanding = meaning(choice, message, understanding);
  }
  return { ...reply, understanding };
}

function offeredChoices(turn: Turn): readonly Choice[] {
  return turn.wait?.type === 'reply' ? turn.wait.choices : [];
}

function meaning(choice: ChoiceTemplate, message: IncomingMessage, read: Understanding): Understanding {
  const text = wordsOf(message.content);
  const span = { start: 0, end: text.length, text };
  const filled = Object.entries(choice.fills ?? {}).map(([slot, value]): [string, SlotReading] => [
    slot,
    { value, confidence: 1, messageId: message.id, span },
  ]);
  const intent = choice.intent ?? (filled.length > 0 ? 'inform' : read.intent);
  const certain = intent === read.intent ? {} : { intent, confidence: 1, alternatives: [] };
  return { ...read, ...certain, slots: { ...read.slots, ...Object.fromEntries(filled) } };
}

/** The customer's language is followed until they ask for one: then that one stays. */
function followLanguage(turn: Turn, { messages, understanding }: Reply): void {
  const asked = understanding.slots.language_preference?.value;
  if (typeof asked === 'string') turn.changeLanguage(asked);
  else if (!turn.knows('language_preference') && messages.some(isOwnWords)) turn.changeLanguage(understanding.language);
}

/** A place on the map, a form and an order bring words that the customer did not choose: their language says nothing. */
function isOwnWords({ content }: IncomingMessage): boolean {
  return content.type !== 'location' && content.type !== 'form' && content.type !== 'order';
}

/** A value outside a slot's choices is refused, whoever read it: a slot never holds what its schema does not. */
function isAllowed(turn: Turn, slot: SlotName, reading: SlotReading): boolean {
  const definition: SlotDefinition | undefined = isCustomerSlot(slot) ? customerSlots[slot] : undefined;
  if (!definition) return turn.flow.flow.variables.some((variable) => variable.name === slot);
  if (definition.choices) return typeof reading.value === 'string' && definition.choices.includes(reading.value);
  if (definition.kind === 'amountInr' || definition.kind === 'number' || definition.kind === 'months') {
    return typeof reading.value === 'number' && Number.isFinite(reading.value) && reading.value >= 0;
  }
  return true;
}

function isCustomerSlot(slot: SlotName): slot is CustomerSlot {
  return Object.hasOwn(customerSlots, slot);
}

function moveInterest(turn: Turn, { understanding }: Reply): void {
  const from = turn.session().interest;
  const to = interestAfter(from, understanding.intent);
  if (from === to) return;
  turn.change({ interest: to });
  turn.emit({ type: 'interest.changed', from, to, intent: understanding.intent });
}
