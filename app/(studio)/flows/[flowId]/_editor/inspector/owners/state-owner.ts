import { setStateData, whyNotData } from '@/flows/edit/set-state-data';
import type { Flow, FlowState } from '@/flows/schema/flow';
import type { TextPlace, TextUse } from '@/flows/schema/message-template';
import { type StateType, stateTypes } from '@/flows/states';
import { boundState } from '@/flows/states/bound-state';
import { fieldOf } from '../form/field-of';
import { findState } from './find-state';
import type { Owner } from './owner';

/** A state's data. */
export function stateOwner(id: string, type: StateType): Owner {
  return {
    key: `state:${id}`,
    name: id,
    place: { state: id },
    field: fieldOf(stateTypes[type].schema.shape.data),
    rootOf: (flow) => findState(flow, id)?.data,
    write: (flow, root) => setStateData(flow, id, root),
    whyNot: (flow, root) => {
      const state = findState(flow, id);
      return state ? whyNotData(state, root) : [];
    },
    usesOf: (flow) => usesOfState(flow, id),
  };
}

function usesOfState(flow: Flow, id: string): ReadonlyMap<string, TextUse> {
  const state = findState(flow, id);
  if (!state) return noUses;
  const known = uses.get(state);
  if (known) return known;
  const made = usesByPath(boundState(state).texts);
  uses.set(state, made);
  return made;
}

const noUses: ReadonlyMap<string, TextUse> = new Map();
const uses = new WeakMap<FlowState, ReadonlyMap<string, TextUse>>();

/** Where each of some texts is shown, by its path. */
export function usesByPath(texts: readonly TextPlace[]): ReadonlyMap<string, TextUse> {
  return new Map(texts.map(({ path, use }) => [path, use]));
}
