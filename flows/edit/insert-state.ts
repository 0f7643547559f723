import { type Flow, transition } from '../schema/flow';
import { stateTypes } from '../states';
import { addState, type NewState } from './add-state';
import { connect } from './connect';

/**
 * Puts a new state, the last of the list, into the middle of a transition: the transition keeps its condition and leads
 * to the new state, whose first outcome leads on to where it led. A type without outcomes leads nowhere.
 */
export function insertState(flow: Flow, transitionId: string, state: NewState): Flow {
  const way = flow.transitions.find(({ id }) => id === transitionId);
  const grown = addState(flow, state);
  const added = grown.states.at(-1);
  if (!way || grown === flow || !added) return flow;
  const led = transition.parse({ ...way, to: added.id });
  const inserted = { ...grown, transitions: grown.transitions.map((other) => (other === way ? led : other)) };
  const { outcomes } = stateTypes[added.type].bind(added.data);
  const outcome = outcomes.find(({ optional }) => !optional) ?? outcomes[0];
  return outcome ? connect(inserted, { from: added.id, outcome: outcome.id, to: way.to }) : inserted;
}
