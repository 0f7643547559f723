import { z } from 'zod';
import { conditionText } from '../schema/expression-text';
import type { Choice } from '../schema/message';
import {
  choicesOfWordings,
  messageTemplate,
  textsOfMessage,
  textsOfWordings,
  wordings,
} from '../schema/message-template';
import { slotName } from '../schema/slots';
import { defineState, firstTextOf, type StateTurn, type Step } from './define-state';
import { mannerFields } from './manner';

const question = z.strictObject({
  slot: slotName,
  /** Wordings of the question: the second is used when the first was not understood, and so on. */
  ask: wordings,
  /** Asked only while this holds. */
  when: conditionText.optional(),
  /** What a given value must fulfil, with the slot's own name in the expression. */
  valid: conditionText.optional(),
  /** Said when `valid` does not hold; the value is not kept. */
  invalid: messageTemplate.optional(),
});

const data = z.strictObject({
  questions: z.array(question).min(1),
  /** Unreadable answers to one question before the outcome `gave_up`. */
  giveUpAfter: z.int().min(1).max(10).default(3),
  timeoutSeconds: z.int().positive().optional(),
  ...mannerFields,
});
type Data = z.infer<typeof data>;

/** Asks for slots, one question at a time; slots already known are not asked again. */
export const ask = defineState({
  type: 'ask',
  data,
  waits: true,
  outcomes: (state) => [
    { id: 'filled', label: 'all answered' },
    { id: 'gave_up', label: 'gave up' },
    ...(state.timeoutSeconds === undefined ? [] : [{ id: 'timeout', label: 'no answer' }]),
  ],
  enter: (state, turn) => askNext(state, turn),
  resume: (state, turn, by) => {
    if (by.type === 'timedOut') return { type: 'go', outcomes: ['timeout', 'gave_up'] };
    return askNext(state, turn);
  },
  repeat: (state, turn) => askNext(state, turn),
  texts: (state) =>
    state.questions.flatMap((item, index) => [
      ...textsOfWordings(item.ask, `questions.${index}.ask`),
      ...(item.invalid ? textsOfMessage(item.invalid, `questions.${index}.invalid`) : []),
    ]),
  expressions: (state) =>
    state.questions.flatMap((item, index) => [
      ...(item.when ? [{ path: `questions.${index}.when`, expression: item.when }] : []),
      ...(item.valid ? [{ path: `questions.${index}.valid`, expression: item.valid }] : []),
    ]),
  slots: (state) => state.questions.map((item) => item.slot),
  choices: (state) => state.questions.flatMap((item) => choicesOfWordings(item.ask)),
  summary: (state, language) => state.questions.map((item) => firstTextOf(item.ask[0] ?? empty, language)).join('\n'),
  example: {
    questions: [{ slot: 'property_location', ask: [{ type: 'text', text: { en: 'Which city is the property in?' } }] }],
    giveUpAfter: 3,
  },
});

const empty = { type: 'text', text: {} } as const;

function askNext(state: Data, turn: StateTurn): Step {
  for (const [index, item] of state.questions.entries()) {
    if (!turn.holds(item.when)) continue;
    if (turn.knows(item.slot) && turn.holds(item.valid)) continue;
    const path = `questions.${index}.ask`;
    if (!turn.mayAsk) return { type: 'waitForReply', expects: [item.slot], choices: [] };
    rejectInvalid(item, index, turn);
    if (turn.timesSaid(path) >= state.giveUpAfter) return { type: 'go', outcomes: ['gave_up'] };
    const choices: readonly Choice[] = turn.sayNext(item.ask, path);
    turn.emit({ type: 'question.asked', state: turn.stateId, slot: item.slot, time: turn.timesSaid(path) });
    return { type: 'waitForReply', expects: [item.slot], choices, timeoutSeconds: state.timeoutSeconds };
  }
  return { type: 'go', outcomes: ['filled'] };
}

function rejectInvalid(item: z.infer<typeof question>, index: number, turn: StateTurn): void {
  if (!turn.knows(item.slot)) return;
  if (item.invalid) turn.say(item.invalid, `questions.${index}.invalid`);
  turn.clear(item.slot);
}
