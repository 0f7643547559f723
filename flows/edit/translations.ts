import { type CheckOptions, prepareTexts } from '../check/checked-flow';
import type { CheckedText } from '../check/checked-text';
import { choiceDuplicateTitle } from '../check/rules/choice-duplicate-title';
import { messageTooLong } from '../check/rules/message-too-long';
import { textEmpty } from '../check/rules/text-empty';
import { translationPlaceholders } from '../check/rules/translation-placeholders';
import { isForCustomers } from '../check/text-needs';
import { fingerprint } from '../schema/fingerprint';
import { type Flow, fingerprintOf } from '../schema/flow';
import type { IssuePlace } from '../schema/flow-issue';
import type { LanguageCode } from '../schema/language';
import type { TextUse } from '../schema/message-template';
import { textLimits } from '../schema/text-limits';
import { textsOf } from './texts';
import type { TranslationRecord } from './translation-records';

/** `optional`: an empty text that no customer needs in this language. */
export type TranslationStatus = 'base' | 'ok' | 'missing' | 'stale' | 'drafted' | 'optional';

/** One text in one language, with what the checks have against it, in sentences. */
export type TranslationCell = Readonly<{ text: string; status: TranslationStatus; problems: readonly string[] }>;

/** One text in all languages of the flow. `limit` is the most characters that WhatsApp shows there. */
export type TranslationRow = Readonly<{
  key: string;
  place: IssuePlace;
  path: string;
  use: TextUse;
  limit: number | null;
  texts: Readonly<Record<LanguageCode, TranslationCell>>;
}>;

/**
 * Every text of a flow side by side in its languages, in the order of the document. Rows of texts that did not change
 * since the last call are the same objects.
 */
export function translationRows(flow: Flow, options: CheckOptions = {}): readonly TranslationRow[] {
  const texts = textsOf(flow);
  const about = aboutOf(flow, options);
  const unknown = texts.filter((text) => !isAbout(known.get(text)?.about, about));
  const problems = problemsOf(flow, unknown, options);
  for (const text of unknown) known.set(text, { about, problems: problems.get(text.key) ?? none, made: null });
  return texts.map((text) => {
    const remembered = known.get(text) ?? { about, problems: none, made: null };
    const record = flow.translatedFrom[text.key];
    if (remembered.made && remembered.made.record === record) return remembered.made.row;
    const row = rowOf(flow, text, record, remembered.problems);
    known.set(text, { ...remembered, made: { record, row } });
    return row;
  });
}

/** How many of the texts that need a language have it, up to date and read by a person. */
export function translationShare(
  rows: readonly TranslationRow[],
  language: LanguageCode,
): Readonly<{ done: number; total: number }> {
  const statuses = rows.flatMap(({ texts }) => texts[language]?.status ?? []);
  const needed = statuses.filter((status) => status !== 'optional');
  return { done: needed.filter((status) => status === 'ok' || status === 'base').length, total: needed.length };
}

type Problems = ReadonlyMap<LanguageCode, readonly string[]>;
const none: Problems = new Map();

/** What a row depends on beside its text and its record. */
type About = readonly unknown[];

function aboutOf({ defaultLanguage, languages, variables }: Flow, { packs, facts }: CheckOptions): About {
  return [defaultLanguage, languages, variables, packs, facts];
}

function isAbout(was: About | undefined, is: About): boolean {
  return was?.every((part, index) => part === is[index]) ?? false;
}

type Remembered = Readonly<{
  about: About;
  problems: Problems;
  made: Readonly<{ record: TranslationRecord | undefined; row: TranslationRow }> | null;
}>;
const known = new WeakMap<CheckedText, Remembered>();

const rules = [translationPlaceholders, messageTooLong, choiceDuplicateTitle, textEmpty] as const;

function problemsOf(flow: Flow, texts: readonly CheckedText[], options: CheckOptions): ReadonlyMap<string, Problems> {
  const problems = new Map<string, Map<LanguageCode, string[]>>();
  if (texts.length === 0) return problems;
  const checked = prepareTexts(flow, texts, options);
  for (const { place, message } of rules.flatMap((rule) => rule.find(checked))) {
    const key = `${place.state ?? `rule:${place.rule}`}/${place.path}`;
    const ofText = problems.get(key) ?? new Map<LanguageCode, string[]>();
    const language = place.language ?? flow.defaultLanguage;
    problems.set(key, ofText.set(language, [...(ofText.get(language) ?? []), message]));
  }
  return problems;
}

function rowOf(
  flow: Flow,
  text: CheckedText,
  record: TranslationRecord | undefined,
  problems: Problems,
): TranslationRow {
  const { key, place, path, use } = text;
  const statusIn = statusesOf(flow, text, record);
  const cells = flow.languages.map((language): [LanguageCode, TranslationCell] => [
    language,
    { text: text.text[language] ?? '', status: statusIn(language), problems: problems.get(language) ?? [] },
  ]);
  return { key, place, path, use, limit: textLimits[use], texts: Object.fromEntries(cells) };
}

function statusesOf(
  { defaultLanguage }: Flow,
  text: CheckedText,
  record: TranslationRecord | undefined,
): (language: LanguageCode) => TranslationStatus {
  const original = text.text[defaultLanguage] ?? '';
  const isNeeded = isForCustomers(text) && original.trim() !== '';
  const current = record ? fingerprint(original) : '';
  return (language) => {
    if (language === defaultLanguage) return 'base';
    if (!text.text[language]?.trim()) return isNeeded ? 'missing' : 'optional';
    const source = record?.[language];
    if (source === undefined) return 'ok';
    if (fingerprintOf(source) !== current) return 'stale';
    return typeof source === 'string' ? 'ok' : 'drafted';
  };
}
