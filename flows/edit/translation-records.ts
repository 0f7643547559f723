import { fingerprint } from '../schema/fingerprint';
import type { Flow, TranslationSource } from '../schema/flow';
import type { LanguageCode } from '../schema/language';
import { sameJson } from './same-json';

export type TranslationRecord = Flow['translatedFrom'][string];

/** What every translation of a flow was made from, while several texts are written. */
export class TranslationRecords {
  private readonly changed = new Map<string, TranslationRecord>();

  constructor(private readonly flow: Flow) {}

  of(key: string): TranslationRecord {
    return this.changed.get(key) ?? this.flow.translatedFrom[key] ?? {};
  }

  set(key: string, record: TranslationRecord): void {
    if (!sameJson(record, this.of(key))) this.changed.set(key, record);
  }

  /** The flow's own records when nothing changed; keys without any record are left out. */
  all(): Flow['translatedFrom'] {
    if (this.changed.size === 0) return this.flow.translatedFrom;
    const records = { ...this.flow.translatedFrom };
    for (const [key, record] of this.changed) {
      if (Object.keys(record).length > 0) records[key] = record;
      else delete records[key];
    }
    return records;
  }
}

/** A translation was written: what it was made from is noted. An emptied one has no source. */
export function withTranslation(
  record: TranslationRecord,
  language: LanguageCode,
  text: string,
  source: TranslationSource,
): TranslationRecord {
  const { [language]: _was, ...others } = record;
  return text === '' ? others : { ...others, [language]: source };
}

/** The original changed: a translation without a record was made from the text that is being replaced. */
export function withOriginalChanged(
  record: TranslationRecord,
  defaultLanguage: LanguageCode,
  before: ReadonlyMap<LanguageCode, string>,
): TranslationRecord {
  const { [defaultLanguage]: _own, ...others } = record;
  const original = fingerprint(before.get(defaultLanguage) ?? '');
  for (const [language, translation] of before) {
    if (language !== defaultLanguage && translation !== '') others[language] ??= original;
  }
  return others;
}
