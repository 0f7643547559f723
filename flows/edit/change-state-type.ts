import { type Flow, flowState } from '../schema/flow';
import type { LocalizedText } from '../schema/language';
import type { TextPlace } from '../schema/message-template';
import { type StateType, stateTypes } from '../states';
import type { BoundState } from '../states/define-state';
import { withOwnRecords } from './owned-records';
import { entryOf } from './same-json';

/**
 * Makes a state one of another type, with that type's example and what it said. Its id, name, place and consent stay, and
 * the transitions whose outcomes the new type has; an only way on leads on from its first outcome.
 */
export function changeStateType(flow: Flow, id: string, type: StateType): Flow {
  const state = flow.states.find((other) => other.id === id);
  if (!state || state.type === type) return flow;
  const before = stateTypes[state.type].bind(state.data);
  const said = before.texts.find(isSpoken);
  const example = stateTypes[type].bind(stateTypes[type].example);
  const place = said && example.texts.find(isSpoken);
  const data = place
    ? withTextsAt(stateTypes[type].example, place.path.split('.'), said.text)
    : stateTypes[type].example;
  const changed = flowState.safeParse({ ...state, type, data }).data;
  if (!changed) return flow;
  const source = said && flow.translatedFrom[`${id}/${said.path}`];
  return {
    ...flow,
    states: flow.states.map((other) => (other === state ? changed : other)),
    transitions: keptWays(flow, id, stateTypes[changed.type].bind(changed.data)),
    translatedFrom: withOwnRecords(flow.translatedFrom, id, place && source ? { [`${id}/${place.path}`]: source } : {}),
  };
}

function isSpoken({ use }: TextPlace): boolean {
  return use === 'text' || use === 'interactiveBody';
}

function keptWays(flow: Flow, id: string, { outcomes }: BoundState): Flow['transitions'] {
  const known = new Set(outcomes.map((outcome) => outcome.id));
  const leaving = flow.transitions.filter(({ from }) => from === id);
  const first = outcomes.find(({ optional }) => !optional) ?? outcomes[0];
  return flow.transitions.flatMap((way) => {
    if (way.from !== id || known.has(way.outcome)) return [way];
    return leaving.length === 1 && first ? [{ ...way, outcome: first.id }] : [];
  });
}

function withTextsAt(value: unknown, [key, ...rest]: readonly string[], text: LocalizedText): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value)) {
    return value.map((item, index) => (String(index) === key ? withTextsAt(item, rest, text) : item));
  }
  return { ...Object(value), [key]: withTextsAt(entryOf(value, key), rest, text) };
}
