import { type FoundText, findInTexts, type TextSearch } from '@/flows/edit/find-in-texts';
import type { Flow } from '@/flows/schema/flow';

/** States searched at once: a slice of them takes far less time than a frame. */
const SLICE = 20;

/**
 * Finds what `findInTexts` finds, slice by slice: between two slices, whoever asks may let the page breathe or give up. The
 * order is that of the document.
 */
export function* findInSlices(flow: Flow, query: string, search: TextSearch): Generator<readonly FoundText[]> {
  if (query === '') return;
  for (let at = 0; at < flow.states.length; at += SLICE) {
    yield findInTexts({ ...flow, states: flow.states.slice(at, at + SLICE), rules: [] }, query, search);
  }
  yield findInTexts({ ...flow, states: [] }, query, search);
}
