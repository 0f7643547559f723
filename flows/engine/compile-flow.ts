import type { z } from 'zod';
import { type CompiledExpression, compileExpression } from '../expressions/expression';
import { type CompiledTemplate, compileTemplate } from '../expressions/template';
import type { Flow, FlowRule, Transition } from '../schema/flow';
import type { Intent } from '../schema/intents';
import { type ChoiceTemplate, choicesOfMessage } from '../schema/message-template';
import type { SlotName, SlotValue } from '../schema/slots';
import { stateTypes } from '../states';
import type { BoundState, stateBase } from '../states/define-state';

export type CompiledState = Readonly<{
  id: string;
  consent: z.infer<typeof stateBase>['consent'];
  behaviour: BoundState;
  /** By outcome, in the order of the document. */
  transitions: ReadonlyMap<string, readonly Transition[]>;
}>;

/** A flow with everything looked up and parsed once, so that a turn only walks. */
export type CompiledFlow = Readonly<{
  flow: Flow;
  states: ReadonlyMap<string, CompiledState>;
  rules: ReadonlyMap<Intent, readonly FlowRule[]>;
  /** What a tap means, by its id on the wire, however old the message is. */
  choices: ReadonlyMap<string, ChoiceTemplate>;
  variables: ReadonlySet<SlotName>;
  initial: ReadonlyMap<string, SlotValue>;
  template: (source: string) => CompiledTemplate;
  /** For an expression that can't be read: the sentence why. */
  expression: (source: string) => CompiledExpression | { broken: string };
}>;

const compiled = new WeakMap<Flow, CompiledFlow>();

/** Compiles a flow document once per object; the document is taken as parsed by the flow schema. */
export function compileFlow(flow: Flow): CompiledFlow {
  const known = compiled.get(flow);
  if (known) return known;
  const fresh = compile(flow);
  compiled.set(flow, fresh);
  return fresh;
}

/** The id that a tap brings back: which state (or rule) offered it, and which choice it was. */
export function wireId(owner: string, choiceId: string): string {
  return `${owner}/${choiceId}`;
}

function compile(flow: Flow): CompiledFlow {
  const states = new Map<string, CompiledState>();
  const choices = new Map<string, ChoiceTemplate>();
  const transitions = transitionsByState(flow.transitions);
  for (const state of flow.states) {
    const behaviour = stateTypes[state.type].bind(state.data);
    states.set(state.id, {
      id: state.id,
      consent: state.consent,
      behaviour,
      transitions: transitions.get(state.id) ?? new Map(),
    });
    for (const choice of behaviour.choices) choices.set(wireId(state.id, choice.id), choice);
  }
  for (const rule of flow.rules) {
    for (const choice of choicesOfRule(rule)) choices.set(wireId(`rule:${rule.id}`, choice.id), choice);
  }
  return {
    flow,
    states,
    rules: rulesByIntent(flow.rules),
    choices,
    variables: new Set(flow.variables.map(({ name }) => name)),
    initial: new Map(flow.variables.flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, initial]]))),
    template: remembering(compileTemplate),
    expression: remembering((source) => {
      const result = compileExpression(source);
      return result.ok ? result.expression : { broken: result.error.message };
    }),
  };
}

function transitionsByState(all: readonly Transition[]): Map<string, Map<string, Transition[]>> {
  const byState = new Map<string, Map<string, Transition[]>>();
  for (const transition of all) {
    const byOutcome = byState.get(transition.from) ?? new Map<string, Transition[]>();
    byState.set(transition.from, byOutcome);
    byOutcome.set(transition.outcome, [...(byOutcome.get(transition.outcome) ?? []), transition]);
  }
  return byState;
}

function rulesByIntent(rules: readonly FlowRule[]): Map<Intent, FlowRule[]> {
  const byIntent = new Map<Intent, FlowRule[]>();
  for (const rule of rules) {
    for (const intent of rule.intents) byIntent.set(intent, [...(byIntent.get(intent) ?? []), rule]);
  }
  return byIntent;
}

function choicesOfRule(rule: FlowRule): readonly ChoiceTemplate[] {
  if (rule.action.type === 'goTo') return [];
  if (rule.action.type === 'changeLanguage') return choicesOfMessage(rule.action.say);
  return Object.values(rule.action.answers).flatMap((answer) => answer.flatMap(choicesOfMessage));
}

function remembering<Value>(make: (source: string) => Value): (source: string) => Value {
  const made = new Map<string, Value>();
  return (source) => {
    const known = made.get(source);
    if (known !== undefined) return known;
    const fresh = make(source);
    made.set(source, fresh);
    return fresh;
  };
}
