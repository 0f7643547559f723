import { z } from 'zod';
import { stateTypes } from '../states';
import { stateId } from '../states/define-state';
import { intent } from './intents';
import { languageCode } from './language';
import { messageTemplate, wordings } from './message-template';
import { slotKind, slotName, slotValue } from './slots';

/** The version of the document format that this code reads and writes; older documents are migrated first. */
export const FLOW_SCHEMA_VERSION = 1;

/** In a transition's place of a target: back to where a digression began. */
export const BACK = '@back';

/** How many of each a flow may have. */
export const flowLimits = {
  states: 5_000,
  transitions: 20_000,
  rules: 500,
  variables: 500,
  notes: 1_000,
  groups: 200,
} as const;

const [firstSchema, ...otherSchemas] = Object.values(stateTypes).map((type) => type.schema);
if (!firstSchema) throw new Error('No state type is registered.');

/** A state of any registered type. */
export const flowState = z.discriminatedUnion('type', [firstSchema, ...otherSchemas]);
export type FlowState = Readonly<z.infer<typeof flowState>>;

/** From an outcome of a state to the next state. Of several with one outcome, the first whose condition holds is taken. */
export const transition = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_:-]{1,200}$/, 'A transition id has letters, digits, "_", ":" and "-".'),
  from: stateId,
  outcome: z.string().min(1).max(200),
  to: z.union([stateId, z.literal(BACK)]),
  condition: z.string().max(2_000).optional(),
  /** Remembers the state that is left, so that a later `@back` returns there. */
  remember: z.boolean().optional(),
});
export type Transition = Readonly<z.infer<typeof transition>>;

/** What a flow-wide rule does with a message, wherever the customer is. */
const ruleAction = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('goTo'), to: stateId, remember: z.boolean().optional() }),
  /** Answers by intent; then the pending question is asked again, or the state's own outcomes are tried. */
  z.strictObject({
    type: z.literal('answer'),
    answers: z.partialRecord(intent, wordings),
    afterwards: z.enum(['repeat', 'route']),
  }),
  /** Changes to the language the customer asked for, says so in it, and asks the pending question again. */
  z.strictObject({ type: z.literal('changeLanguage'), say: messageTemplate }),
]);

export const flowRule = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, 'A rule id has small letters, digits and underscores.'),
  name: z.string().max(200).optional(),
  intents: z.array(intent).min(1),
  condition: z.string().max(2_000).optional(),
  /** States where this rule does not apply. */
  except: z.array(stateId).default([]),
  action: ruleAction,
});
export type FlowRule = Readonly<z.infer<typeof flowRule>>;

export const flowVariable = z.strictObject({
  name: slotName,
  kind: slotKind,
  initial: slotValue.optional(),
  description: z.string().max(500).optional(),
});
export type FlowVariable = Readonly<z.infer<typeof flowVariable>>;

/** The tones that notes and groups come in; the screen has a token for each. */
export const canvasTone = z.enum(['grey', 'yellow', 'green', 'blue', 'purple', 'red']);
export type CanvasTone = z.infer<typeof canvasTone>;

const canvasId = z.string().min(1).max(100);
/** In pixels of the canvas at its full size. */
const canvasLength = z.number().positive().max(2_000);

export const canvasNote = z.strictObject({
  id: canvasId,
  text: z.string().max(5_000),
  position: z.strictObject({ x: z.number(), y: z.number() }),
  width: canvasLength.optional(),
  height: canvasLength.optional(),
  colour: canvasTone.optional(),
});
export type CanvasNote = Readonly<z.infer<typeof canvasNote>>;

/** States that are drawn together. A state belongs to one group: of several that name it, to the last. */
export const canvasGroup = z.strictObject({
  id: canvasId,
  name: z.string().max(200),
  states: z.array(stateId).max(flowLimits.states),
  isCollapsed: z.boolean().default(false),
  colour: canvasTone.default('grey'),
});
export type CanvasGroup = Readonly<z.infer<typeof canvasGroup>>;

/**
 * The fingerprint of the default-language text that a translation was made from. With `draftedBy`, a model made it and no
 * person has confirmed it yet.
 */
export const translationSource = z.union([
  z.string(),
  z.strictObject({ fingerprint: z.string(), draftedBy: z.literal('model') }),
]);
export type TranslationSource = z.infer<typeof translationSource>;

export function fingerprintOf(source: TranslationSource): string {
  return typeof source === 'string' ? source : source.fingerprint;
}

/** The whole drawing: states, transitions and flow-wide rules, with every text in every language. */
export const flow = z.strictObject({
  schemaVersion: z.literal(FLOW_SCHEMA_VERSION),
  id: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'A flow id is written like-this.'),
  name: z.string().min(1).max(200),
  description: z.string().max(2_000).default(''),
  languages: z.array(languageCode).min(1),
  defaultLanguage: languageCode,
  start: stateId,
  states: z.array(flowState).min(1).max(flowLimits.states),
  transitions: z.array(transition).max(flowLimits.transitions),
  rules: z.array(flowRule).max(flowLimits.rules).default([]),
  variables: z.array(flowVariable).max(flowLimits.variables).default([]),
  notes: z.array(canvasNote).max(flowLimits.notes).default([]),
  groups: z.array(canvasGroup).max(flowLimits.groups).default([]),
  /**
   * For a text (by key `<state or rule:id>/<path>`) and language: what it was translated from. A translation whose original
   * has changed since is stale.
   */
  translatedFrom: z.record(z.string(), z.record(languageCode, translationSource)).default({}),
});
export type Flow = Readonly<z.infer<typeof flow>>;
