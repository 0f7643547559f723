import type { FlowState } from '@/flows/schema/flow';

/** What people call a state: the author's name for it, else its id in plain words. */
export function nameOfState(state: Pick<FlowState, 'id' | 'name'>): string {
  return state.name ?? state.id.replaceAll('_', ' ');
}
