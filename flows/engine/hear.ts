import {
  type CustomerSlot,
  customerSlots,
  type SlotDefinition,
  type SlotName,
  type SlotReading,
} from '../schema/slots';
import type { Reply } from '../schema/turn-input';
import { interestAfter } from './interest';
import type { Turn } from './turn';

/** What a turn took in: the reply with taps read as what they said, and the slots that the customer spoke of. */
export type Heard = Readonly<{ reply: Reply; filled: readonly SlotName[] }>;

/** Takes in a reply before anything is decided: language, slots, interest. */
export function hear(turn: Turn, given: Reply): Heard {
  const reply = withTaps(turn, given);
  const { understanding } = reply;
  turn.reply = reply;
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
  for (const { id, content } of reply.messages) {
    if (content.type !== 'choice') continue;
    const choice = turn.flow.choices.get(content.id);
    const offered = turn.wait?.type === 'reply' && turn.wait.choices.some((current) => current.id === content.id);
    turn.emit({ type: 'choice.taken', choice: content.id, stale: !offered });
    if (!choice) continue;
    const span = { start: 0, end: content.title.length, text: content.title };
    const tapped = Object.entries(choice.fills ?? {}).map(([slot, value]): [string, SlotReading] => [
      slot,
      { value, confidence: 1, messageId: id, span },
    ]);
    const intent = choice.intent ?? (tapped.length > 0 ? 'inform' : understanding.intent);
    understanding = {
      ...understanding,
      ...(intent === understanding.intent ? {} : { intent, confidence: 1, alternatives: [] }),
      slots: { ...understanding.slots, ...Object.fromEntries(tapped) },
    };
  }
  return { ...reply, understanding };
}

/** The customer's language is followed until they ask for one: then that one stays. */
function followLanguage(turn: Turn, { understanding }: Reply): void {
  const asked = understanding.slots.language_preference?.value;
  if (typeof asked === 'string') turn.changeLanguage(asked);
  else if (!turn.knows('language_preference')) turn.changeLanguage(understanding.language);
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
