import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import type { ExpressionEnv } from './run';
import { type Scope, scopeOf } from './scope';
import type { ExpressionValue } from './values';

/** Sunday, 22 November 2026, 10 in the morning in India; the shipped facts and languages. For tests. */
export const testEnv: ExpressionEnv = {
  language: 'en',
  defaultLanguage: 'en',
  timezone: 'Asia/Kolkata',
  nowMs: Date.parse('2026-11-22T10:00:00+05:30'),
  packs: languages,
  facts: defaultProductFacts,
};

/** A scope over plain entries, with declared names that have no value yet. For tests. */
export function testScope(values: Readonly<Record<string, ExpressionValue>>, declared: readonly string[] = []): Scope {
  return scopeOf(new Map(Object.entries(values)), new Set(declared));
}
