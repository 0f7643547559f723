import { words } from '@/app/_words/en';
import type { ImportProblem } from '@/server/campaigns/imports/import-problem';

const sentences: Readonly<Record<ImportProblem, string>> = words.campaigns.import.problems;

/** What is wrong with a row of a list. */
export function sayImportProblem(code: ImportProblem): string {
  return sentences[code];
}
