import { defaultProductFacts, type ProductFacts } from '@/prompts/facts/product-facts';
import type { FormattingPack } from '../expressions/formatting-pack';
import type { Flow } from '../schema/flow';
import type { LanguageCode } from '../schema/language';
import { type CheckedSource, sourcesOf } from './checked-source';
import { type CheckedState, checkedStates } from './checked-state';
import { type CheckedText, textsOfRule, textsOfState } from './checked-text';
import { type KnownNames, namesOf } from './known-names';

/** What a flow is checked against beside itself. What is not given is not checked. */
export type CheckOptions = Readonly<{
  /** The languages that have words; amounts and labels are measured in them. */
  packs?: Readonly<Record<LanguageCode, FormattingPack>>;
  facts?: ProductFacts;
  /** The flows that a subflow may call, by id. */
  knownFlows?: Readonly<Record<string, Flow>>;
}>;

/** A flow with everything looked up once that rules ask for. */
export type CheckedFlow = Readonly<{
  flow: Flow;
  options: CheckOptions;
  facts: ProductFacts;
  states: ReadonlyMap<string, CheckedState>;
  texts: readonly CheckedText[];
  /** Every expression, and every text with `{{ }}`, read. */
  sources: readonly CheckedSource[];
  names: KnownNames;
  /** States that a session can get to: from the start and from flow-wide rules. */
  reachable: ReadonlySet<string>;
  /** Where a session can be that goes back: the states that a digression left. */
  backTargets: readonly string[];
}>;

export function prepareFlow(flow: Flow, options: CheckOptions): CheckedFlow {
  const states = checkedStates(flow);
  const texts = [...states.values()].flatMap(textsOfState).concat(flow.rules.flatMap(textsOfRule));
  const facts = options.facts ?? defaultProductFacts;
  return {
    flow,
    options,
    facts,
    states,
    texts,
    sources: sourcesOf(flow, states.values(), texts),
    names: namesOf(flow, facts),
    reachable: reachableFrom(startsOf(flow), states),
    backTargets: backTargetsOf(flow, states),
  };
}

/** A flow as rules about texts see it, with some of its texts only: for those who ask again at each letter. */
export function prepareTexts(flow: Flow, texts: readonly CheckedText[], options: CheckOptions): CheckedFlow {
  const facts = options.facts ?? defaultProductFacts;
  const names = namesOf(flow, facts);
  const none = { states: new Map(), sources: [], reachable: new Set<string>(), backTargets: [] };
  return { flow, options, facts, texts, names, ...none };
}

/** Where a session can come in: the start, and where rules go from anywhere. */
export function startsOf(flow: Flow): string[] {
  return [flow.start, ...flow.rules.flatMap(({ action }) => (action.type === 'goTo' ? [action.to] : []))];
}

/** The states that one can get to from `starts`, not going on from those where `stopAt` holds. */
export function reachableFrom(
  starts: readonly string[],
  states: CheckedFlow['states'],
  stopAt: (state: CheckedState) => boolean = () => false,
): Set<string> {
  const reached = new Set<string>();
  const waiting = [...starts];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const state = states.get(id);
    if (!state || reached.has(id)) continue;
    reached.add(id);
    if (!stopAt(state)) waiting.push(...state.successors);
  }
  return reached;
}

function backTargetsOf(flow: Flow, states: CheckedFlow['states']): string[] {
  const left = flow.transitions.filter(({ remember }) => remember).map(({ from }) => from);
  const isLeftByRule = flow.rules.some(({ action }) => action.type === 'goTo' && action.remember);
  const resting = isLeftByRule ? [...states.values()].filter(({ behaviour }) => behaviour.waits) : [];
  return [...new Set([...left, ...resting.map(({ id }) => id)])].filter((id) => states.has(id));
}
