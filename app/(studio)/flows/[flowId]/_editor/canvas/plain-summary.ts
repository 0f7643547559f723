import type { FlowState } from '@/flows/schema/flow';
import type { LanguageCode } from '@/flows/schema/language';
import { boundState } from '@/flows/states/bound-state';
import { readable } from './outcome-rows';

/** What a state says, without markup, and with its variables as names in ‹ ›. */
export function plainSummary(state: FlowState, language: LanguageCode): string {
  return plainText(boundState(state).summary(language));
}

/** A text without markup, and with its variables as names in ‹ ›. */
export function plainText(text: string): string {
  return text
    .replace(/\{\{\s*(?:facts\.)?([^}|]*[^}|\s])[^}]*\}\}/g, (_, name: string) => `‹${readable(name)}›`)
    .replace(/(?<![\p{L}\p{N}])[*_~]+|[*_~]+(?![\p{L}\p{N}])/gu, '')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

/** How many texts of a state that customers read lack a language. */
export function countMissing(state: FlowState, language: LanguageCode): number {
  return boundState(state).texts.filter(
    ({ text, use }) => use !== 'internal' && use !== 'url' && !text[language]?.trim(),
  ).length;
}
