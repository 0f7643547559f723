import { saveFile } from '@/app/_ui/save-file';
import { translationsToTable } from '@/flows/edit/translation-table';
import type { Flow } from '@/flows/schema/flow';
import { encodeTable } from './decode-table';

/** Gives the person all texts as a table for a translator. */
export function exportTexts(flow: Flow): void {
  saveFile(`${flow.id}-texts.csv`, 'text/csv', encodeTable(translationsToTable(flow, flow.languages)));
}
