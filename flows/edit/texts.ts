import { type CheckedText, textsOfRule, textsOfState } from '../check/checked-text';
import type { Flow, FlowRule, FlowState } from '../schema/flow';
import type { LanguageCode } from '../schema/language';
import { stateTypes } from '../states';
import type { TextTarget } from './set-text';

/** Every text of a flow in the order of the document: of its states, then of its rules. Cheap where states are the same objects. */
export function textsOf(flow: Flow): readonly CheckedText[] {
  return [...flow.states.flatMap(ofState), ...flow.rules.flatMap(ofRule)];
}

/** Where a text of `textsOf` is written in one language. */
export function targetOf({ place, path }: Pick<CheckedText, 'place' | 'path'>, language: LanguageCode): TextTarget {
  return place.rule === undefined ? { state: place.state ?? '', path, language } : { rule: place.rule, path, language };
}

/** States and rules never change, so their texts are looked up once. */
const known = new WeakMap<FlowState | FlowRule, readonly CheckedText[]>();

function ofState(state: FlowState): readonly CheckedText[] {
  return remembered(state, () => textsOfState({ id: state.id, behaviour: stateTypes[state.type].bind(state.data) }));
}

function ofRule(rule: FlowRule): readonly CheckedText[] {
  return remembered(rule, () => textsOfRule(rule));
}

function remembered(owner: FlowState | FlowRule, look: () => readonly CheckedText[]): readonly CheckedText[] {
  const texts = known.get(owner) ?? look();
  known.set(owner, texts);
  return texts;
}
