import { sourcesOf } from '../check/checked-source';
import { checkedStates } from '../check/checked-state';
import { textsOfState } from '../check/checked-text';
import { namesIn } from '../expressions/syntax';
import { FLOW_SCHEMA_VERSION, type Flow } from '../schema/flow';
import type { Fragment } from './fragment';

/** Cuts states out for the clipboard, with their transitions and what they use; null when none of them is there. */
export function copyFragment(flow: Flow, ids: readonly string[], noteIds: readonly string[] = []): Fragment | null {
  const wanted = new Set(ids);
  const states = flow.states.filter(({ id }) => wanted.has(id));
  if (states.length === 0) return null;
  const chosen = new Set<string>(states.map(({ id }) => id));
  const transitions = flow.transitions.filter(({ from }) => chosen.has(from));
  const used = namesUsed({ ...flow, states, transitions, rules: [] });
  const translated = Object.entries(flow.translatedFrom);
  return {
    kind: 'vaarta/states',
    schemaVersion: FLOW_SCHEMA_VERSION,
    defaultLanguage: flow.defaultLanguage,
    states,
    transitions,
    groups: flow.groups.filter((group) => group.states.length > 0 && group.states.every((id) => chosen.has(id))),
    notes: flow.notes.filter(({ id }) => noteIds.includes(id)),
    variables: flow.variables.filter(({ name }) => used.has(name)),
    translatedFrom: Object.fromEntries(translated.filter(([key]) => chosen.has(key.slice(0, key.indexOf('/'))))),
  };
}

/** Every name that states and their transitions read or fill. */
function namesUsed(part: Flow): ReadonlySet<string> {
  const states = [...checkedStates(part).values()];
  const sources = sourcesOf(part, states, states.flatMap(textsOfState));
  const read = sources.flatMap(({ expressions }) => expressions.flatMap(namesIn));
  const filled = states.flatMap(({ behaviour }) => [
    ...behaviour.slots,
    ...behaviour.choices.flatMap(({ fills }) => Object.keys(fills ?? {})),
  ]);
  return new Set([...read, ...filled]);
}
