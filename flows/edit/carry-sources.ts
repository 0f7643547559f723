import { fingerprint } from '../schema/fingerprint';
import type { Flow } from '../schema/flow';
import type { LanguageCode } from '../schema/language';
import type { TextPlace } from '../schema/message-template';
import { withOwnRecords } from './owned-records';
import { sameJson } from './same-json';
import { type TranslationRecord, withOriginalChanged, withTranslation } from './translation-records';

/** The texts of a state or a rule before and after it was written anew; `owner` begins their keys: `<state or rule:id>`. */
type Rewritten = Readonly<{ owner: string; before: readonly TextPlace[]; after: readonly TextPlace[] }>;

/**
 * What translations were made from, after a state or a rule was written as a whole. A text that moved takes its records
 * along; one that was edited where it stands is treated as if it had been written by itself; those that are gone leave none.
 */
export function carrySources(flow: Flow, { owner, before, after }: Rewritten): Flow['translatedFrom'] {
  const origins = originsOf(before, after);
  const own = after.flatMap(({ path, text }): [string, TranslationRecord][] => {
    const origin = origins.get(path);
    if (!origin) return [];
    const was = flow.translatedFrom[`${owner}/${origin.path}`] ?? {};
    const record = sameJson(origin.text, text) ? was : recordOfEdited(was, origin.text, text, flow.defaultLanguage);
    return Object.keys(record).length > 0 ? [[`${owner}/${path}`, record]] : [];
  });
  return withOwnRecords(flow.translatedFrom, owner, Object.fromEntries(own));
}

/** Which earlier text each text is: the same one, also when it moved, else what stood at its place. */
function originsOf(before: readonly TextPlace[], after: readonly TextPlace[]): ReadonlyMap<string, TextPlace> {
  const left = new Map(before.map((place) => [place.path, place]));
  const origins = new Map<string, TextPlace>();
  const take = (path: string, origin: TextPlace | undefined): void => {
    if (!origin) return;
    origins.set(path, origin);
    left.delete(origin.path);
  };
  for (const { path, text } of after) {
    const there = left.get(path);
    if (there && sameJson(there.text, text)) take(path, there);
  }
  const rest = after.filter(({ path }) => !origins.has(path));
  for (const { path, text } of rest) {
    take(
      path,
      [...left.values()].find((place) => sameJson(place.text, text)),
    );
  }
  for (const { path } of rest) if (!origins.has(path)) take(path, left.get(path));
  return origins;
}

function recordOfEdited(
  record: TranslationRecord,
  was: TextPlace['text'],
  is: TextPlace['text'],
  defaultLanguage: LanguageCode,
): TranslationRecord {
  const [originalWas, original] = [was[defaultLanguage] ?? '', is[defaultLanguage] ?? ''];
  const languages = new Set([...Object.keys(was), ...Object.keys(is)]);
  languages.delete(defaultLanguage);
  let edited = record;
  if (originalWas !== original) edited = withOriginalChanged(edited, defaultLanguage, new Map(Object.entries(was)));
  for (const language of languages) {
    const text = is[language] ?? '';
    if (text !== (was[language] ?? '')) edited = withTranslation(edited, language, text, fingerprint(original));
  }
  return edited;
}
