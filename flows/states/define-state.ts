import { z } from 'zod';
import type { EffectRequest, TurnEvent } from '../schema/events';
import type { LanguageCode } from '../schema/language';
import type { Choice } from '../schema/message';
import type { ChoiceTemplate, MessageTemplate, TextPlace, Wordings } from '../schema/message-template';
import type { Session } from '../schema/session';
import type { SlotName, SlotValue } from '../schema/slots';
import type { Reply, TurnInput } from '../schema/turn-input';
import { type Manner, mannerOf } from './manner';

/** Where a state sends the conversation next: along an outcome, into a wait, or out of the session. */
export type Step =
  | Readonly<{ type: 'go'; outcomes: readonly string[] }>
  | Readonly<{
      type: 'waitForReply';
      expects: readonly SlotName[];
      choices: readonly Choice[];
      timeoutSeconds?: number;
    }>
  | Readonly<{ type: 'waitUntil'; untilMs: number }>
  | Readonly<{ type: 'waitForEffect'; effect: EffectRequest }>
  | Readonly<{ type: 'callFlow'; flowId: string }>
  | Readonly<{ type: 'return' }>
  | Readonly<{ type: 'end'; reason: string }>;

/** A reply or a settled wait, as a resuming state sees it. */
export type Resumption =
  | Readonly<{ type: 'replied'; reply: Reply; filled: readonly SlotName[] }>
  | Readonly<{ type: 'timedOut' }>
  | Readonly<{ type: 'returned' }>
  | Extract<TurnInput, { type: 'effectSettled' }>;

/** What a state may see and do while it is entered or resumed. Everything it does becomes an event; nothing is sent. */
export type StateTurn = Readonly<{
  stateId: string;
  nowMs: number;
  timezone: string;
  session: () => Session;
  /** False while a customer's first words wait to be heard: a question is not asked before they are. */
  mayAsk: boolean;
  /** The reply of this turn, also while states after the first are entered; null when a timer woke the session. */
  reply: Reply | null;
  /** How often this state was entered, this time included: 1 on the first visit. */
  visit: number;
  knows: (slot: SlotName) => boolean;
  value: (slot: SlotName) => SlotValue | undefined;
  /** True when the condition holds; an empty condition holds, a broken one does not and says so as an event. */
  holds: (condition: string | undefined) => boolean;
  evaluate: (expression: string) => SlotValue | undefined;
  /** The text in the session's language with its variables filled. */
  text: (text: Readonly<Record<LanguageCode, string>>, language?: LanguageCode) => string;
  /** Gives the choices that the message offers, with the id that a tap brings back: `<state>/<choice id>`. */
  say: (message: MessageTemplate, path: string) => readonly Choice[];
  /** Says the next wording of a list: the first at first, then the others, then the last again. */
  sayNext: (messages: Wordings, path: string) => readonly Choice[];
  /**
   * Answers what the customer asked: with the next wording of the author's, or, where the state answers freely, with what
   * a model wrote, once all of it is borne out. False when there is nothing to say.
   */
  answer: (messages: Wordings | undefined, path: string) => boolean;
  /** How often a list of wordings was said in this session. */
  timesSaid: (path: string) => number;
  fill: (slot: SlotName, value: SlotValue, source: 'flow' | 'effect') => void;
  clear: (slot: SlotName) => void;
  changeLanguage: (language: LanguageCode) => void;
  emit: (event: TurnEvent) => void;
  /** A number in 0..1 that is always the same for this contact and this state. */
  share: () => number;
  /** The first of these outcomes that has a transition whose condition holds, or null. */
  routable: (outcomes: readonly string[]) => string | null;
}>;

/** An outcome that a state may report: its id on transitions, and what an author reads at its port. */
export type Outcome = Readonly<{ id: string; label: string; optional?: boolean }>;

/** What an author's data makes of a state type: everything the engine, the checks and the canvas ask of one state. */
export type BoundState = Readonly<{
  type: string;
  /** True when a session can rest here: such a state breaks a loop. */
  waits: boolean;
  outcomes: readonly Outcome[];
  enter: (turn: StateTurn) => Step;
  resume: (turn: StateTurn, by: Resumption) => Step;
  /** A model may word the answers that are given here. */
  answersFreely: boolean;
  /** How what is said here is said. */
  manner: Manner;
  /** Asks the pending question again after a digression; null for states that ask nothing. */
  repeat: ((turn: StateTurn) => Step) | null;
  /** The texts, expressions and slots that an author wrote here, for checks and search. */
  texts: readonly TextPlace[];
  expressions: readonly Readonly<{ path: string; expression: string }>[];
  slots: readonly SlotName[];
  /** What can be tapped here; a tap means the same long after. */
  choices: readonly ChoiceTemplate[];
  /** One line for the card on the canvas, in the chosen language. */
  summary: (language: LanguageCode) => string;
}>;

type StateBehaviour<Data> = Readonly<{
  outcomes: (data: Data) => readonly Outcome[];
  enter: (data: Data, turn: StateTurn) => Step;
  resume?: (data: Data, turn: StateTurn, by: Resumption) => Step;
  repeat?: (data: Data, turn: StateTurn) => Step;
  answersFreely?: (data: Data) => boolean;
  texts?: (data: Data) => readonly TextPlace[];
  expressions?: (data: Data) => BoundState['expressions'];
  slots?: (data: Data) => readonly SlotName[];
  choices?: (data: Data) => readonly ChoiceTemplate[];
  summary: (data: Data, language: LanguageCode) => string;
}>;

export const stateId = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,63}$/, 'A state id has small letters, digits and underscores, and begins with a letter.')
  .refine((id) => id !== 'constructor' && id !== 'prototype', 'This id is reserved.');

/** What every state has, whatever its type. */
export const stateBase = z.strictObject({
  id: stateId,
  name: z.string().max(200).optional(),
  position: z.strictObject({ x: z.number(), y: z.number() }),
  /** Recorded once when the state is entered: the customer went on after the notice, or took their consent back. */
  consent: z
    .object({ status: z.enum(['given', 'withdrawn']), purpose: z.string().min(1), noticeVersion: z.string().min(1) })
    .optional(),
});

/** Makes a state type's one file its whole truth: data, outcomes, behaviour, summary and example. */
export function defineState<const Type extends string, Data extends z.ZodType>(
  definition: StateBehaviour<z.infer<Data>> & { type: Type; data: Data; waits: boolean; example: z.infer<Data> },
) {
  return {
    type: definition.type,
    schema: z.strictObject({ ...stateBase.shape, type: z.literal(definition.type), data: definition.data }),
    example: definition.example,
    /** Throws only for data that this type's schema refuses; a parsed flow never does. */
    bind: (input: unknown): BoundState => bind(definition, definition.data.parse(input)),
  };
}

function bind<Data>(definition: StateBehaviour<Data> & { type: string; waits: boolean }, data: Data): BoundState {
  const { repeat, resume } = definition;
  return {
    type: definition.type,
    waits: definition.waits,
    outcomes: definition.outcomes(data),
    enter: (turn) => definition.enter(data, turn),
    resume: (turn, by) => (resume ? resume(data, turn, by) : definition.enter(data, turn)),
    answersFreely: definition.answersFreely?.(data) ?? false,
    manner: mannerOf(data),
    repeat: repeat ? (turn) => repeat(data, turn) : null,
    texts: definition.texts?.(data) ?? [],
    expressions: definition.expressions?.(data) ?? [],
    slots: definition.slots?.(data) ?? [],
    choices: definition.choices?.(data) ?? [],
    summary: (language) => definition.summary(data, language),
  };
}

/** The text an author sees on a card: the chosen language, else any. */
export function firstText(text: Readonly<Record<LanguageCode, string>>, language: LanguageCode): string {
  return text[language] || Object.values(text).find((candidate) => candidate !== '') || '';
}

/** The body of a message template as an author sees it on a card. */
export function firstTextOf(message: MessageTemplate, language: LanguageCode): string {
  return message.type === 'media'
    ? firstText(message.caption ?? message.url, language)
    : firstText(message.text, language);
}
