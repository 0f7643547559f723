import type { Option } from '@/app/_ui/match-options';
import { words } from '@/app/_words/en';
import { BACK } from '@/flows/schema/flow';
import { type StateType, stateTypes } from '@/flows/states';

/** Where an outcome can lead: a state's id, back, nowhere, or a state that is still to be made. */
export const NOWHERE = '@nowhere';
const NEW = '@new:';

const texts = words.editor.inspector.outcomes;
const types: readonly StateType[] = Object.values(stateTypes).map(({ type }) => type);

/** The places that an outcome can lead to. */
export function targetOptions(states: readonly Option<string>[]): readonly Option<string>[] {
  const known = lists.get(states);
  if (known) return known;
  const made = [
    { value: NOWHERE, label: texts.nowhere },
    { value: BACK, label: texts.back },
    ...states,
    ...types.map((type) => ({ value: `${NEW}${type}`, label: texts.newState(words.stateTypes[type]) })),
  ];
  lists.set(states, made);
  return made;
}

const lists = new WeakMap<readonly Option<string>[], readonly Option<string>[]>();

/** The type of state that a target asks to be made, or null for a place that is there. */
export function newTypeOf(target: string): StateType | null {
  return types.find((type) => target === `${NEW}${type}`) ?? null;
}
