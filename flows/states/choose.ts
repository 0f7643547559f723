import { z } from 'zod';
import { localizedText } from '../schema/language';
import type { IncomingMessage } from '../schema/message';
import type { MessageTemplate, TextPlace } from '../schema/message-template';
import { slotName, slotValue } from '../schema/slots';
import { wordsOf } from '../schema/words-of';
import { defineState, firstText, type Resumption, type StateTurn, type Step } from './define-state';
import { mannerFields } from './manner';
import { plainWords } from './plain-words';

const option = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]{1,64}$/, 'A choice id has small letters, digits and underscores.'),
  title: localizedText,
  description: localizedText.optional(),
  /** Other words for this choice in any language; one per line of the text. */
  alsoSaidAs: localizedText.optional(),
  value: slotValue.optional(),
});
type Option = z.infer<typeof option>;

const data = z.strictObject({
  text: localizedText,
  again: localizedText.optional(),
  buttonLabel: localizedText.optional(),
  options: z.array(option).min(1).max(10),
  /** Keeps the value (or the id) of the chosen option. */
  into: slotName.optional(),
  giveUpAfter: z.int().min(1).max(10).default(3),
  timeoutSeconds: z.int().positive().optional(),
  ...mannerFields,
});
type Data = z.infer<typeof data>;

/** WhatsApp shows at most three reply buttons; more choices are a list (Cloud API reference, interactive messages). */
const MOST_BUTTONS = 3;

/** Offers choices; a tap, the wording in any language of the flow, or the choice's number is an answer. */
export const choose = defineState({
  type: 'choose',
  data,
  waits: true,
  outcomes: (state) => [
    ...state.options.map((item) => ({ id: `choice:${item.id}`, label: firstText(item.title, 'en') })),
    { id: 'gave_up', label: 'gave up' },
    ...(state.timeoutSeconds === undefined ? [] : [{ id: 'timeout', label: 'no answer' }]),
  ],
  enter: (state, turn) => {
    const known = knownOption(state, turn);
    return known ? { type: 'go', outcomes: [`choice:${known.id}`] } : offer(state, turn);
  },
  resume: (state, turn, by) => {
    if (by.type === 'timedOut') return { type: 'go', outcomes: ['timeout', 'gave_up'] };
    const chosen = by.type === 'replied' ? findChosen(state, turn, by) : undefined;
    if (!chosen) return offer(state, turn);
    if (state.into) turn.fill(state.into, chosen.value ?? chosen.id, 'flow');
    return { type: 'go', outcomes: [`choice:${chosen.id}`] };
  },
  repeat: (state, turn) => offer(state, turn),
  texts: (state) => [
    { path: 'text', text: state.text, use: 'interactiveBody' },
    ...(state.again ? [{ path: 'again', text: state.again, use: 'interactiveBody' as const }] : []),
    ...(state.buttonLabel ? [{ path: 'buttonLabel', text: state.buttonLabel, use: 'listButtonLabel' as const }] : []),
    ...state.options.flatMap((item, index) => textsOfOption(item, `options.${index}`, isList(state))),
  ],
  choices: (state) =>
    state.options.map(({ id, title, value }) => ({
      id,
      title,
      fills: state.into ? { [state.into]: value ?? id } : undefined,
    })),
  slots: (state) => (state.into ? [state.into] : []),
  summary: (state, language) => firstText(state.text, language),
  example: {
    text: { en: 'Is your income from a salary or a business?' },
    options: [
      { id: 'salaried', title: { en: 'Salary' } },
      { id: 'self_employed', title: { en: 'Business' } },
    ],
    into: 'employment_type',
    giveUpAfter: 3,
  },
});

function isList(state: Data): boolean {
  return state.options.length > MOST_BUTTONS;
}

function offer(state: Data, turn: StateTurn): Step {
  const { into, timeoutSeconds } = state;
  const expects = into ? [into] : [];
  if (!turn.mayAsk) return { type: 'waitForReply', expects, choices: [], timeoutSeconds };
  const times = turn.timesSaid('text');
  if (times >= state.giveUpAfter) return { type: 'go', outcomes: ['gave_up'] };
  const body = times > 0 && state.again ? state.again : state.text;
  const choices = turn.sayNext([asMessage(state, body)], 'text');
  turn.emit({ type: 'question.asked', state: turn.stateId, slot: into ?? null, time: times + 1 });
  return { type: 'waitForReply', expects, choices, timeoutSeconds };
}

function asMessage(state: Data, text: Data['text']): MessageTemplate {
  if (!isList(state)) {
    return { type: 'buttons', text, buttons: state.options.map(({ id, title }) => ({ id, title })) };
  }
  const rows = state.options.map(({ id, title, description }) => ({ id, title, description }));
  return { type: 'list', text, buttonLabel: state.buttonLabel ?? {}, rows };
}

function textsOfOption(item: Option, path: string, inList: boolean): TextPlace[] {
  return [
    { path: `${path}.title`, text: item.title, use: inList ? 'rowTitle' : 'buttonTitle' },
    ...(item.description
      ? [{ path: `${path}.description`, text: item.description, use: 'rowDescription' as const }]
      : []),
    ...(item.alsoSaidAs ? [{ path: `${path}.alsoSaidAs`, text: item.alsoSaidAs, use: 'internal' as const }] : []),
  ];
}

function findChosen(state: Data, turn: StateTurn, by: Extract<Resumption, { type: 'replied' }>): Option | undefined {
  for (const message of by.reply.messages) {
    const chosen = chosenBy(state, turn, message);
    if (chosen) return chosen;
  }
  const readNow = state.into !== undefined && by.filled.includes(state.into);
  return readNow ? knownOption(state, turn) : undefined;
}

function knownOption(state: Data, turn: StateTurn): Option | undefined {
  const known = state.into === undefined ? undefined : turn.value(state.into);
  return known === undefined ? undefined : state.options.find((item) => (item.value ?? item.id) === known);
}

function chosenBy(state: Data, turn: StateTurn, { content }: IncomingMessage): Option | undefined {
  if (content.type === 'choice') {
    const byId = state.options.find((item) => `${turn.stateId}/${item.id}` === content.id);
    if (byId) return byId;
  }
  const words = plainWords(wordsOf(content));
  if (words === '') return undefined;
  const number = Number(words);
  if (Number.isInteger(number) && state.options[number - 1]) return state.options[number - 1];
  return state.options.find((item) => wordingsOf(item).includes(words));
}

function wordingsOf(item: Option): string[] {
  const also = Object.values(item.alsoSaidAs ?? {}).flatMap((lines) => lines.split('\n'));
  return [...Object.values(item.title), ...also].map(plainWords);
}
