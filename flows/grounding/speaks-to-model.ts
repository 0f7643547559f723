import type { LanguagePack } from '@/prompts/language-pack';
import type { LanguageCode } from '../schema/language';
import { tokenize } from '../understanding/normalize';
import { wordsFor } from './words';

/**
 * Whether a customer's message speaks to a language model rather than to the lender: orders about rules and roles, marks of
 * prompts and tools. It is then read without one. Erring costs nothing: the embedded reader reads it all the same.
 */
export function speaksToModel(text: string, packs: Readonly<Record<LanguageCode, LanguagePack>>): boolean {
  if (MARKS.test(text) || text.length > LONGEST) return true;
  return wordsFor(packs)
    .claimsIn(tokenize(text))
    .some(({ tag }) => tag.kind === 'manipulation');
}

const LONGEST = 1_500; // characters; a customer's message is far shorter
// Roles and turns of prompts, tags, code, JSON, headings, settings, names_of_fields and long runs of base64.
const MARKS =
  /^\s*(?:system|assistant|developer|user)\s*[:>]|<\/?[a-z|]|\[\/?(?:inst|system)|```|#{3}|[{}]|"\s*:|=\s*(?:true|false|null)\b|\b[a-z]+_[a-z_]+\b(?![\w.]*@)|[A-Za-z0-9+/]{40,}/im;
