import type { ExpressionEnv } from '../expressions/run';
import { scopeOf } from '../expressions/scope';
import { compileTemplate } from '../expressions/template';
import type { SlotName, SlotValue } from '../schema/slots';

/** A canned answer with its gaps filled. `language` is the one it was found in, `missing` names what is not known. */
export type FilledAnswer = Readonly<{ text: string; language: string; missing: readonly string[] }>;

/**
 * Fills `{{ name }}`, `{{ officer }}`, slots and facts in the customer's language, or in English where the answer has no text
 * in theirs. With a gap that nothing is known for, the text stays as it was written. Undefined for an answer without a text.
 */
export function fillCanned(
  texts: Readonly<Record<string, string>>,
  known: ReadonlyMap<SlotName, SlotValue>,
  env: ExpressionEnv,
): FilledAnswer | undefined {
  const language = [env.language, 'en', ...Object.keys(texts)].find((code) => (texts[code] ?? '').trim() !== '');
  if (language === undefined) return;
  const source = texts[language] ?? '';
  const template = compileTemplate(source);
  const missing = template.names.filter((name) => !known.has(name) && !name.startsWith('facts.'));
  if (missing.length > 0 || template.errors.length > 0) return { text: source, language, missing };
  return { text: template.render(scopeOf(known), { ...env, language }).text, language, missing };
}
