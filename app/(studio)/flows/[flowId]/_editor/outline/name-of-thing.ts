import { words } from '@/app/_words/en';
import { BACK, type Flow } from '@/flows/schema/flow';
import { boundState } from '@/flows/states/bound-state';
import { nameOfState } from '../../../../_flow/name-of-state';
import { stateOf } from '../canvas/group-box';
import { readable, transitionsFrom } from '../canvas/outcome-rows';
import { nameOfRule } from './name-of-rule';
import type { OutlineThing } from './outline-rows';

const texts = words.editor.outline;
const LONGEST_NOTE = 80;

/** What people call a thing of the outline: what its row says first. */
export function nameOfThing(flow: Flow, thing: OutlineThing): string {
  switch (thing.type) {
    case 'group':
      return flow.groups.find(({ id }) => id === thing.id)?.name ?? thing.id;
    case 'state':
      return nameOfTarget(flow, thing.id);
    case 'outcome':
      return nameOfOutcome(flow, thing.state, thing.outcome);
    case 'transition':
      return nameOfTarget(flow, transitionsFrom(flow, thing.state).find(({ id }) => id === thing.id)?.to ?? thing.id);
    case 'rules':
      return texts.rules;
    case 'rule': {
      const rule = flow.rules.find(({ id }) => id === thing.id);
      return rule ? nameOfRule(rule) : thing.id;
    }
    case 'notes':
      return texts.notes;
    case 'note':
      return (
        flow.notes
          .find(({ id }) => id === thing.id)
          ?.text.slice(0, LONGEST_NOTE)
          .trim() || texts.emptyNote
      );
    default:
      return thing satisfies never;
  }
}

/** Where a transition leads, in words. */
export function nameOfTarget(flow: Flow, to: string): string {
  if (to === BACK) return texts.back;
  const state = stateOf(flow, to);
  return state ? nameOfState(state) : to;
}

/** What an author reads at an outcome's port. */
export function nameOfOutcome(flow: Flow, stateId: string, outcome: string): string {
  const state = stateOf(flow, stateId);
  const known = state && boundState(state).outcomes.find(({ id }) => id === outcome);
  return readable(known?.label ?? outcome);
}
