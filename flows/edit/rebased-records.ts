import { fingerprint } from '../schema/fingerprint';
import { type Flow, fingerprintOf, type TranslationSource } from '../schema/flow';
import type { LanguageCode, LocalizedText } from '../schema/language';
import type { TranslationRecord } from './translation-records';

type KeyedText = Readonly<{ key: string; text: LocalizedText }>;
type Languages = Readonly<{ from: LanguageCode; to: LanguageCode }>;

/**
 * What translations were made from, once another language is the original. What fitted still fits and what was stale stays
 * so: where the new original did not fit the old one, everything that did is stale now.
 */
export function rebasedRecords(
  records: Flow['translatedFrom'],
  texts: readonly KeyedText[],
  languages: Languages,
): Flow['translatedFrom'] {
  const rebased = { ...records };
  for (const { key, text } of texts) {
    const record = records[key];
    if (!record) continue;
    const moved = rebasedRecord(record, text, languages);
    if (Object.keys(moved).length > 0) rebased[key] = moved;
    else delete rebased[key];
  }
  return rebased;
}

function rebasedRecord(record: TranslationRecord, text: LocalizedText, { from, to }: Languages): TranslationRecord {
  const original = fingerprint(text[from] ?? '');
  const newOriginal = fingerprint(text[to] ?? '');
  const { [to]: own, [from]: _none, ...others } = record;
  const isFitting = own === undefined || fingerprintOf(own) === original;
  const moved = Object.entries(others).map(([language, source]): [LanguageCode, TranslationSource] => {
    if (!isFitting || fingerprintOf(source) !== original) return [language, source];
    return [language, typeof source === 'string' ? newOriginal : { ...source, fingerprint: newOriginal }];
  });
  return {
    ...Object.fromEntries(moved),
    ...(isFitting ? {} : { [from]: fingerprintOf(own) }),
    // An original that a model drafted still waits for a person.
    ...(typeof own === 'object' ? { [to]: own } : {}),
  };
}
