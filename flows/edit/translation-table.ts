import type { CheckedText } from '../check/checked-text';
import { fingerprint } from '../schema/fingerprint';
import type { Flow } from '../schema/flow';
import type { LanguageCode } from '../schema/language';
import { languageName } from '../schema/language-name';
import { setTexts, type TextChange } from './set-text';
import { targetOf, textsOf } from './texts';

/** The columns before the languages; `key` says which text a row is. */
const COLUMNS: readonly string[] = ['key', 'state', 'place'];

/** A row as a spreadsheet counts them, the first being 1, and what is odd about it in a sentence. */
export type TableProblem = Readonly<{ row: number; message: string }>;

/** `changed` counts the texts that read otherwise now. */
export type TakenTable = Readonly<{ flow: Flow; changed: number; problems: readonly TableProblem[] }>;

/** All texts as the rows of a spreadsheet, with a head, for a translator. The flow's own language is always among them. */
export function translationsToTable(flow: Flow, languages: readonly LanguageCode[]): string[][] {
  const shown = [...new Set([flow.defaultLanguage, ...languages])];
  const states = new Map<string, string>(flow.states.map(({ id, name }) => [id, name ?? id]));
  const rules = new Map<string, string>(flow.rules.map(({ id, name }) => [id, name ?? id]));
  const rows = textsOf(flow).map(({ key, place: { state = '', rule }, path, text }) => {
    const owner = rule === undefined ? states.get(state) : rules.get(rule);
    return [key, owner ?? '', path, ...shown.map((language) => text[language] ?? '')];
  });
  return [[...COLUMNS, ...shown], ...rows];
}

/**
 * Takes translations from the rows of a spreadsheet that began as `translationsToTable`. Texts in the flow's own language
 * are never taken: where the table has another one, its translations count as made from that one, so they are stale. Empty
 * cells leave a text as it is. What can't be taken is listed.
 */
export function tableToTranslations(flow: Flow, rows: readonly (readonly string[])[]): TakenTable {
  const head = (rows[0] ?? []).map((name) =>
    name
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  );
  const keyColumn = head.indexOf('key');
  if (keyColumn === -1) {
    const message = 'The first row has no column "key", so nothing was taken.';
    return { flow, changed: 0, problems: [{ row: 1, message }] };
  }
  const texts = new Map(textsOf(flow).map((text) => [text.key, text]));
  const problems = unknownColumns(flow, head);
  const changes: TextChange[] = [];
  const seen = new Map<string, number>();
  for (const [index, cells] of rows.entries()) {
    if (index === 0 || cells.every((cell) => cell.trim() === '')) continue;
    const row = index + 1;
    const key = cells[keyColumn]?.trim() ?? '';
    const text = texts.get(key);
    const earlier = seen.get(key);
    if (text === undefined || earlier !== undefined) {
      problems.push({ row, message: earlier === undefined ? unknownKey(key) : repeatedKey(key, earlier) });
      continue;
    }
    seen.set(key, row);
    const taken = changesOfRow(flow, text, head, cells);
    changes.push(...taken.changes);
    if (taken.problem !== null) problems.push({ row, message: taken.problem });
  }
  return { flow: setTexts(flow, changes), changed: changes.length, problems };
}

function unknownColumns({ languages, defaultLanguage }: Flow, head: readonly string[]): TableProblem[] {
  const known = new Set([...COLUMNS, ...languages, defaultLanguage]);
  return head.flatMap((name, index): TableProblem[] => {
    if (name === '') return [];
    if (head.indexOf(name) !== index)
      return [{ row: 1, message: `The column "${name}" is there twice; the first counts.` }];
    if (known.has(name)) return [];
    return [{ row: 1, message: `The column "${name}" is no language of this flow; it was left out.` }];
  });
}

function unknownKey(key: string): string {
  return key === ''
    ? 'This row has no key, so it was left out.'
    : `This flow has no text with the key "${key}"; the row was left out.`;
}

function repeatedKey(key: string, earlier: number): string {
  return `The key "${key}" stands in row ${earlier} already; this row was left out.`;
}

type TakenRow = Readonly<{ changes: readonly TextChange[]; problem: string | null }>;

function changesOfRow(flow: Flow, text: CheckedText, head: readonly string[], cells: readonly string[]): TakenRow {
  const { defaultLanguage } = flow;
  const original = cells[head.indexOf(defaultLanguage)] ?? '';
  const isOther = original.trim() !== '' && !isSameText(original, text.text[defaultLanguage] ?? '');
  const changes = flow.languages.flatMap((language): TextChange[] => {
    const cell = cells[head.indexOf(language)] ?? '';
    const isKept = cell.trim() === '' || isSameText(cell, text.text[language] ?? '');
    if (language === defaultLanguage || isKept) return [];
    const change = { target: targetOf(text, language), text: lines(cell) };
    return [isOther ? { ...change, madeFrom: fingerprint(lines(original)) } : change];
  });
  if (!isOther) return { changes, problem: null };
  const outcome = changes.length > 0 ? ', and the translations are marked as stale' : '';
  const problem = `The ${languageName(defaultLanguage)} text is another one in this flow; it was left as it is here${outcome}.`;
  return { changes, problem };
}

/** Spreadsheets write line breaks in their own way. */
function isSameText(cell: string, text: string): boolean {
  return cell === text || lines(cell) === lines(text);
}

function lines(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
