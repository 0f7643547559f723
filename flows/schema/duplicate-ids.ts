import type { Flow } from './flow';
import { type FlowIssue, flowError, type IssuePlace } from './flow-issue';

/** Ids that are there twice: whoever points at one of them would mean either. */
export function findDuplicateIds(flow: Flow): FlowIssue[] {
  const names = flow.variables.map(({ name }) => name);
  return [
    ...duplicatesAmong(idsOf(flow.states), 'states', (state) => ({ state })),
    ...duplicatesAmong(idsOf(flow.transitions), 'transitions', (transition) => ({ transition })),
    ...duplicatesAmong(idsOf(flow.rules), 'rules', (rule) => ({ rule })),
    ...duplicatesAmong(names, 'variables', () => ({ path: 'variables' })),
    ...duplicatesAmong(idsOf(flow.notes), 'notes', () => ({ path: 'notes' })),
    ...duplicatesAmong(idsOf(flow.groups), 'groups', () => ({ path: 'groups' })),
    ...duplicatesAmong(flow.languages, 'languages', () => ({ path: 'languages' })),
  ];
}

function idsOf(items: readonly { id: string }[]): string[] {
  return items.map(({ id }) => id);
}

function duplicatesAmong(ids: readonly string[], what: string, placeOf: (id: string) => IssuePlace): FlowIssue[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const id of ids) (seen.has(id) ? twice : seen).add(id);
  return [...twice].map((id) =>
    flowError(
      'document.duplicate_id',
      placeOf(id),
      `Two ${what} are called "${id}".`,
      'Give each its own name, and point to the one that is meant.',
    ),
  );
}
