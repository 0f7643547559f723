import { words } from '@/app/_words/en';
import { type TableProblem, tableToTranslations, translationsToTable } from '@/flows/edit/translation-table';
import type { Flow } from '@/flows/schema/flow';
import { languageName } from '@/flows/schema/language-name';
import { cleanTable } from './clean-table';
import { decodeTable } from './decode-table';

const texts = words.editor.languages.file;

type Rows = readonly (readonly string[])[];
export type TextsFile = Readonly<{ ok: true; rows: Rows }> | Readonly<{ ok: false; problem: string }>;

/** The rows of a translator's file, or a sentence about why it can't be read. Never throws. */
export async function readTextsFile(file: File): Promise<TextsFile> {
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return { ok: false, problem: texts.unreadable };
  const table = decodeTable(bytes);
  return table.ok ? table : { ok: false, problem: texts[table.reason] };
}

export type TakenTexts = Readonly<{ flow: Flow; changed: number; problems: readonly TableProblem[] }>;

/** What the rows would make of a flow, with everything that is left out, by row. */
export function takeTexts(flow: Flow, rows: Rows): TakenTexts {
  const cleaned = cleanTable(rows, translationsToTable(flow, flow.languages));
  const taken = tableToTranslations(flow, cleaned.rows);
  const lost = cleaned.lost.map(({ row, column }) => ({ row, message: texts.lost(languageName(column)) }));
  return { ...taken, problems: [...taken.problems, ...lost].sort((one, other) => one.row - other.row) };
}
