import { z } from 'zod';
import { conditionText } from '../schema/expression-text';
import { intentFamilies, intentFamily, intent as intentSchema, intents } from '../schema/intents';
import { choicesOfWordings, textsOfWordings, wordings } from '../schema/message-template';
import { slotName } from '../schema/slots';
import { defineState, firstTextOf, type StateTurn, type Step } from './define-state';
import { mannerFields } from './manner';

const want = z.strictObject({
  slot: slotName,
  ask: wordings,
  /** Wanted only while this holds. */
  when: conditionText.optional(),
});

const data = z.strictObject({
  /** Said when the state is entered; the second wording on the second visit, and so on. */
  say: wordings.optional(),
  /** What it wants to know, the most important first; what is known already is not asked. */
  wants: z.array(want).default([]),
  /** Asked when everything wanted is known, so that the customer always has something to answer. */
  ask: wordings.optional(),
  /** What it can answer here, by intent; the second wording the second time. Answered instead of `say` on entering. */
  answers: z.partialRecord(intentSchema, wordings).default({}),
  /** A model may word the answers given here, from the facts only; what isn't borne out is not said, and `answers` are. */
  answersFreely: z.boolean().optional(),
  /** Unreadable replies in a row before the outcome `gave_up`; absent: never. */
  giveUpAfter: z.int().min(1).max(20).optional(),
  timeoutSeconds: z.int().positive().optional(),
  ...mannerFields,
});
type Data = z.infer<typeof data>;

/**
 * The resting state of a conversation: says something, wants to know some slots, answers questions, and leaves along
 * outcomes by intent (`intent:ask_rate`), by family (`family:interested`) or when everything is known (`complete`).
 * An outcome without a transition that holds keeps the customer here, and what is still wanted is asked.
 */
export const converse = defineState({
  type: 'converse',
  data,
  waits: true,
  outcomes: (state) => [
    ...intentFamily.options.map((family) => ({ id: `family:${family}`, label: family, optional: true })),
    ...intents.map((intent) => ({ id: `intent:${intent}`, label: intent, optional: true })),
    { id: 'complete', label: 'everything is known', optional: true },
    ...(state.giveUpAfter === undefined ? [] : [{ id: 'gave_up', label: 'gave up' }]),
    ...(state.timeoutSeconds === undefined ? [] : [{ id: 'timeout', label: 'no answer' }]),
  ],
  enter: (state, turn) => {
    const answered = answerHere(state, turn);
    if (!answered && state.say) turn.sayNext(state.say, 'say');
    return askWhatIsWanted(state, turn);
  },
  resume: (state, turn, by) => {
    if (by.type === 'timedOut') return { type: 'go', outcomes: ['timeout'] };
    if (by.type !== 'replied') return askWhatIsWanted(state, turn);
    const { intent } = by.reply.understanding;
    const complete = firstWanted(state, turn) === undefined && by.filled.length > 0;
    const outcomes = [`intent:${intent}`, `family:${intentFamilies[intent]}`, ...(complete ? ['complete'] : [])];
    if (turn.routable(outcomes) !== null) return { type: 'go', outcomes };
    answerHere(state, turn);
    return askWhatIsWanted(state, turn);
  },
  repeat: (state, turn) => askWhatIsWanted(state, turn),
  answersFreely: (state) => state.answersFreely ?? false,
  texts: (state) => [
    ...textsOfWordings(state.say, 'say'),
    ...state.wants.flatMap((item, index) => textsOfWordings(item.ask, `wants.${index}.ask`)),
    ...textsOfWordings(state.ask, 'ask'),
    ...Object.entries(state.answers).flatMap(([intent, messages]) => textsOfWordings(messages, `answers.${intent}`)),
  ],
  expressions: (state) =>
    state.wants.flatMap((item, index) => (item.when ? [{ path: `wants.${index}.when`, expression: item.when }] : [])),
  slots: (state) => state.wants.map((item) => item.slot),
  choices: (state) => [
    ...choicesOfWordings(state.say),
    ...state.wants.flatMap((item) => choicesOfWordings(item.ask)),
    ...choicesOfWordings(state.ask),
    ...Object.values(state.answers).flatMap(choicesOfWordings),
  ],
  summary: (state, language) => {
    const first = state.say?.[0] ?? state.ask?.[0] ?? state.wants[0]?.ask[0];
    return first ? firstTextOf(first, language) : '';
  },
  example: {
    say: [{ type: 'text', text: { en: 'A loan against your property keeps the house in your name.' } }],
    wants: [{ slot: 'property_type', ask: [{ type: 'text', text: { en: 'What kind of property is it?' } }] }],
    answers: { ask_rate: [{ type: 'text', text: { en: 'From {{ facts.rate_min | percent }} a year.' } }] },
  },
});

function answerHere(state: Data, turn: StateTurn): boolean {
  const intent = turn.reply?.understanding.intent;
  return intent === undefined ? false : turn.answer(state.answers[intent], `answers.${intent}`);
}

function askWhatIsWanted(state: Data, turn: StateTurn): Step {
  const wanted = firstWanted(state, turn);
  const slot = wanted?.item.slot ?? null;
  const path = wanted ? `wants.${wanted.index}.ask` : 'ask';
  const messages = wanted ? wanted.item.ask : state.ask;
  const others = state.wants.map((item) => item.slot).filter((name) => name !== slot);
  const expects = slot === null ? [] : [slot, ...others];
  if (!turn.mayAsk || !messages)
    return { type: 'waitForReply', expects, choices: [], timeoutSeconds: state.timeoutSeconds };
  if (state.giveUpAfter !== undefined && turn.timesSaid(path) >= state.giveUpAfter) {
    return { type: 'go', outcomes: ['gave_up'] };
  }
  const choices = turn.sayNext(messages, path);
  turn.emit({ type: 'question.asked', state: turn.stateId, slot, time: turn.timesSaid(path) });
  return { type: 'waitForReply', expects, choices, timeoutSeconds: state.timeoutSeconds };
}

function firstWanted(state: Data, turn: StateTurn): { index: number; item: z.infer<typeof want> } | undefined {
  for (const [index, item] of state.wants.entries()) {
    if (!turn.knows(item.slot) && turn.holds(item.when)) return { index, item };
  }
  return undefined;
}
