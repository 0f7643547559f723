import type { LanguagePack } from '@/prompts/language-pack';
import { checkFlow } from '../check/check-flow';
import { type CheckOptions, prepareFlow } from '../check/checked-flow';
import { isForCustomers } from '../check/text-needs';
import type { Flow } from '../schema/flow';
import type { LanguageCode } from '../schema/language';
import type { TextUse } from '../schema/message-template';
import { shareInScript } from '../understanding/languages/script-letters';
import { setText, type TextTarget } from './set-text';

/** What drafts are checked against; the packs tell each language's script. */
export type DraftOptions = CheckOptions & Readonly<{ packs: Readonly<Record<LanguageCode, LanguagePack>> }>;

/** A text that customers read and that has no wording in a language. */
export type Untranslated = Readonly<{ key: string; original: string; use: TextUse }>;

/** The texts of a flow that lack a language, in the order of the document. */
export function untranslatedTexts(flow: Flow, language: LanguageCode, options: DraftOptions): readonly Untranslated[] {
  return prepareFlow(flow, options)
    .texts.filter((text) => isForCustomers(text) && !text.text[language]?.trim())
    .flatMap(({ key, text, use }) => {
      const original = text[flow.defaultLanguage] ?? '';
      return original.trim() === '' ? [] : [{ key, original, use }];
    });
}

export type RefusedDraft = Readonly<{ key: string; text: string; reason: string }>;
export type DraftedFlow = Readonly<{ flow: Flow; drafted: readonly string[]; refused: readonly RefusedDraft[] }>;

/**
 * Takes a model's translations into a flow, each marked as a draft. One that says other numbers, shows other values, does not
 * fit its place or is not written in the language is left out, with the reason in a sentence.
 */
export function withDraftedTranslations(
  flow: Flow,
  language: LanguageCode,
  drafts: ReadonlyMap<string, string>,
  options: DraftOptions,
): DraftedFlow {
  const wanted = untranslatedTexts(flow, language, options).filter(({ key }) => drafts.has(key));
  const refused: RefusedDraft[] = [];
  const taken = wanted.flatMap(({ key, original }) => {
    const text = drafts.get(key)?.trim() ?? '';
    const reason = mismatchOf(original, text, options.packs[language]);
    if (reason === null) return [{ key, text }];
    refused.push({ key, text, reason });
    return [];
  });
  const write = (texts: typeof taken): Flow =>
    texts.reduce((changed, { key, text }) => setText(changed, targetOf(key, language), text, 'model'), flow);
  const issues = checkFlow(write(taken), options).filter(
    ({ code, place }) => place.language === language && code !== 'translation.drafted',
  );
  const good = taken.filter(({ key, text }) => {
    const issue = issues.find(({ place }) => keyOf(place.state, place.rule, place.path) === key);
    if (issue !== undefined) refused.push({ key, text, reason: issue.message });
    return issue === undefined;
  });
  return { flow: write(good), drafted: good.map(({ key }) => key), refused };
}

const RULE = 'rule:';

function targetOf(key: string, language: LanguageCode): TextTarget {
  const slash = key.indexOf('/');
  const owner = key.slice(0, slash);
  const path = key.slice(slash + 1);
  if (owner.startsWith(RULE)) return { rule: owner.slice(RULE.length), path, language };
  return { state: owner, path, language };
}

function keyOf(state: string | undefined, rule: string | undefined, path: string | undefined): string {
  return `${state ?? `${RULE}${rule}`}/${path}`;
}

/** Why a draft can't be a translation of the original, as far as form tells; null when it may be one. */
function mismatchOf(original: string, draft: string, pack: LanguagePack | undefined): string | null {
  if (draft === '') return 'The draft is empty.';
  const said = wordsOf(original);
  const drafted = wordsOf(draft);
  if (numbersIn(said).join() !== numbersIn(drafted).join()) return 'The draft has other numbers than the original.';
  const isInLanguage = pack === undefined || !WORD.test(said) || shareInScript(drafted, pack.script) >= LEAST_OWN;
  return isInLanguage ? null : 'The draft is not written in the language.';
}

const WORD = /\p{L}{2}/u;
const LEAST_OWN = 0.4; // of the letters: names and loan words may stay Latin

/** The text without its placeholders, which the checks compare. */
function wordsOf(text: string): string {
  return text.replace(/\{\{.*?\}\}/g, ' ');
}

function numbersIn(text: string): readonly string[] {
  return (text.match(/\d+(?:[.,]\d+)*/g) ?? []).sort();
}
