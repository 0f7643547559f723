import type { Flow } from '../schema/flow';
import { stateId } from '../states/define-state';
import { withRenamedOwner } from './owned-records';

/** Gives a state another id, wherever the flow names it. An id that is taken or no id returns the flow itself. */
export function renameState(flow: Flow, id: string, newId: string): Flow {
  const ids = new Set(flow.states.map((state) => state.id));
  if (!ids.has(id) || ids.has(newId) || !stateId.safeParse(newId).success) return flow;
  const renamed = (name: string): string => (name === id ? newId : name);
  return {
    ...flow,
    start: renamed(flow.start),
    states: flow.states.map((state) => (state.id === id ? { ...state, id: newId } : state)),
    transitions: flow.transitions.map((way) =>
      way.from === id || way.to === id ? { ...way, from: renamed(way.from), to: renamed(way.to) } : way,
    ),
    rules: flow.rules.map((rule) => ({
      ...rule,
      except: rule.except.map(renamed),
      action: rule.action.type === 'goTo' ? { ...rule.action, to: renamed(rule.action.to) } : rule.action,
    })),
    groups: flow.groups.map((group) => ({ ...group, states: group.states.map(renamed) })),
    translatedFrom: withRenamedOwner(flow.translatedFrom, id, newId),
  };
}
