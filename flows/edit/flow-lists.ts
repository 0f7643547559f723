import type { CanvasGroup, CanvasNote, Flow, FlowRule, FlowState, FlowVariable, Transition } from '../schema/flow';
import type { IssuePlace } from '../schema/flow-issue';

/** The parts of a flow that are lists of things with an id each (a variable's is its name). */
export const listNames = ['states', 'transitions', 'rules', 'variables', 'notes', 'groups'] as const;
export type ListName = (typeof listNames)[number];

export type ListItem = FlowState | Transition | FlowRule | FlowVariable | CanvasNote | CanvasGroup;

/** The id that an item is known by in its list. */
export function idOfItem(item: ListItem): string {
  return 'id' in item ? item.id : item.name;
}

/** Where an item of a list is, for a sentence about it. */
export function placeOfItem(list: ListName, id: string): IssuePlace {
  switch (list) {
    case 'states':
      return { state: id };
    case 'transitions':
      return { transition: id };
    case 'rules':
      return { rule: id };
    case 'variables':
    case 'notes':
    case 'groups':
      return { path: `${list}.${id}` };
    default:
      return list satisfies never;
  }
}

/** What a flow has beside its lists. */
export function topOf({
  states: _states,
  transitions: _transitions,
  rules: _rules,
  variables: _variables,
  notes: _notes,
  groups: _groups,
  ...top
}: Flow): Omit<Flow, ListName> {
  return top;
}
