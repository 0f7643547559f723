import type { IssuePlace } from '@/flows/schema/flow-issue';
import type { CanvasHandle } from '../canvas/canvas-handle';
import type { EditorStore } from '../editor-store';
import { noSelection } from '../selection';

/** Selects in the drawing what a change is about, in its language, and flies there. What is gone selects nothing. */
export function selectPlace(
  store: EditorStore,
  canvas: CanvasHandle | null,
  { state, transition, rule, path = '', language }: IssuePlace,
): void {
  const { flow, select, setLanguage } = store.getState();
  const way = flow.transitions.find(({ id }) => id === transition);
  const owner = flow.states.find(({ id }) => id === state);
  select({
    ...noSelection,
    states: owner && !way ? [owner.id] : [],
    transition: way?.id ?? null,
    rule: flow.rules.find(({ id }) => id === rule)?.id ?? null,
    notes: flow.notes.filter(({ id }) => path === `notes.${id}`).map(({ id }) => id),
    groups: flow.groups.filter(({ id }) => path === `groups.${id}`).map(({ id }) => id),
  });
  if (language !== undefined && flow.languages.includes(language)) setLanguage(language);
  if (owner) canvas?.flyTo([owner.id]);
}
