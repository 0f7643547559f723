import type { Flow } from '@/flows/schema/flow';
import { printDocument } from './print-document';

/** A flow as the text of a file, in the format and the order of the files in `flows/library`. */
export function flowToText(flow: Flow): string {
  // The shipped files name a state's type before its name and position.
  const states = flow.states.map(({ id, type, ...rest }) => ({ id, type, ...rest }));
  return printDocument({ ...flow, states });
}
