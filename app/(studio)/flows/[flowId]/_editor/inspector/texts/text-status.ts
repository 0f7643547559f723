import { fingerprint } from '@/flows/schema/fingerprint';
import { type Flow, fingerprintOf } from '@/flows/schema/flow';
import type { LanguageCode } from '@/flows/schema/language';
import type { TextUse } from '@/flows/schema/message-template';

export type TextStatus = 'missing' | 'stale' | 'drafted' | 'fits';

type Text = Readonly<{
  key: string;
  path: string;
  use: TextUse;
  text: Readonly<Record<LanguageCode, string>>;
  language: LanguageCode;
}>;

/** How a translation stands to its original: not there, made from an older one, drafted by a model, or right. */
export function textStatus(flow: Flow, { key, path, use, text, language }: Text): TextStatus {
  const original = text[flow.defaultLanguage] ?? '';
  if (language === flow.defaultLanguage || original.trim() === '') return 'fits';
  if (!text[language]?.trim()) return isForCustomers(use, path) ? 'missing' : 'fits';
  const source = flow.translatedFrom[key]?.[language];
  if (source === undefined) return 'fits';
  if (fingerprintOf(source) !== fingerprint(original)) return 'stale';
  return typeof source === 'string' ? 'fits' : 'drafted';
}

/** Addresses, notes for officers and other words for a choice are not needed in every language. */
function isForCustomers(use: TextUse, path: string): boolean {
  return use !== 'internal' && use !== 'url' && !path.endsWith('.alsoSaidAs');
}
