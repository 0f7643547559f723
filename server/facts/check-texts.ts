import { factsByName } from '@/flows/expressions/facts-by-name';
import { compileTemplate } from '@/flows/expressions/template';
import type { ProductFacts } from '@/prompts/facts/product-facts';

/** A text within a message of WhatsApp, whose body may have 1,024 characters beside an interactive part. */
const LONGEST_TEXT = 1_024;

/** What is wrong with the first text that can't be said, as a sentence that names it; null when all can. */
export function checkTexts(facts: ProductFacts): string | null {
  const known = factsByName(facts);
  for (const [name, text] of Object.entries(facts.texts)) {
    for (const [language, source] of Object.entries(text)) {
      const problem = problemOf(source, (fact) => known.get(fact)?.type === 'value');
      if (problem !== null) return `texts.${name}.${language}: ${problem}`;
    }
  }
  return null;
}

function problemOf(source: string, isValue: (name: string) => boolean): string | null {
  if (source.trim() === '') return 'A text is empty.';
  if (source.length > LONGEST_TEXT) return `A text has at most ${LONGEST_TEXT} characters.`;
  const { errors, names } = compileTemplate(source);
  const [error] = errors;
  if (error) return error.message;
  const unknown = names.find((name) => !name.startsWith('facts.') || !isValue(name.slice('facts.'.length)));
  return unknown === undefined ? null : `There is no value called “${unknown}”.`;
}
