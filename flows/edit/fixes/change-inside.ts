import { textsOfRule } from '../../check/checked-text';
import { type Flow, type FlowState, flowRule, flowState } from '../../schema/flow';
import type { IssuePlace } from '../../schema/flow-issue';
import { boundState } from '../../states/bound-state';
import { carrySources } from '../carry-sources';
import { sameJson } from '../same-json';

/**
 * Changes the data of the state, or the rule, that a place names. What its schema refuses leaves the flow as it is.
 * Transitions of outcomes that the state no longer has go with them; records of translations move with their texts.
 */
export function changeInside(flow: Flow, place: IssuePlace, change: (inside: unknown) => unknown): Flow {
  return place.rule === undefined ? changeState(flow, place.state, change) : changeRule(flow, place.rule, change);
}

function changeRule(flow: Flow, id: string, change: (inside: unknown) => unknown): Flow {
  const rule = flow.rules.find((other) => other.id === id);
  const changed = flowRule.safeParse(rule && change(rule)).data;
  if (!rule || !changed || sameJson(rule, changed)) return flow;
  const rewritten = { owner: `rule:${id}`, before: textsOfRule(rule), after: textsOfRule(changed) };
  return {
    ...flow,
    rules: flow.rules.map((other) => (other === rule ? changed : other)),
    translatedFrom: carrySources(flow, rewritten),
  };
}

function changeState(flow: Flow, id: string | undefined, change: (inside: unknown) => unknown): Flow {
  const state = flow.states.find((other) => other.id === id);
  const changed = state && flowState.safeParse({ ...state, data: change(state.data) }).data;
  if (!state || !changed || sameJson(state, changed)) return flow;
  const rewritten = { owner: state.id, before: boundState(state).texts, after: boundState(changed).texts };
  return {
    ...flow,
    states: flow.states.map((other) => (other === state ? changed : other)),
    transitions: withoutOutcomes(flow.transitions, state, changed),
    translatedFrom: carrySources(flow, rewritten),
  };
}

function withoutOutcomes(transitions: Flow['transitions'], was: FlowState, is: FlowState): Flow['transitions'] {
  const kept = new Set(boundState(is).outcomes.map(({ id }) => id));
  const lost = new Set(boundState(was).outcomes.flatMap(({ id }) => (kept.has(id) ? [] : [id])));
  if (lost.size === 0) return transitions;
  return transitions.filter(({ from, outcome }) => from !== was.id || !lost.has(outcome));
}
