import type { CheckedText } from './checked-text';

/** Other words for an option are a help for reading, never said. */
export function isOptionalText({ path }: CheckedText): boolean {
  return path.endsWith('.alsoSaidAs');
}

/** Officers' summaries and addresses need one language; what a customer reads is needed in all. */
export function isForCustomers(text: CheckedText): boolean {
  return text.use !== 'internal' && text.use !== 'url' && !isOptionalText(text);
}
