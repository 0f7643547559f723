import { saveFile } from '@/app/_ui/save-file';
import type { Flow } from '@/flows/schema/flow';
import { flowToText } from './flow-to-text';

/** Gives the person the draft as a file that this studio, and `flows/library`, can take in. */
export function exportFlow(flow: Flow): void {
  saveFile(`${flow.id}.json`, 'application/json', flowToText(flow));
}
