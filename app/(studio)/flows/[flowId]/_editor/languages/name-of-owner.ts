import { words } from '@/app/_words/en';
import type { Flow } from '@/flows/schema/flow';
import type { IssuePlace } from '@/flows/schema/flow-issue';
import { nameOfState } from '../../../../_flow/name-of-state';

/** What people call the state or the rule that a text belongs to. */
export function nameOfOwner(flow: Flow, place: IssuePlace): string {
  if (place.rule !== undefined) {
    const rule = flow.rules.find(({ id }) => id === place.rule);
    return words.editor.search.rule(rule?.name ?? place.rule.replaceAll('_', ' '));
  }
  const state = flow.states.find(({ id }) => id === place.state);
  return state ? nameOfState(state) : (place.state ?? '');
}
