import { words } from '@/app/_words/en';
import type { ParseError } from '@/flows/expressions/syntax';

/** A mistake in an expression, with the words that it comes after. */
export function sayMistake({ message, at }: ParseError, source: string): string {
  const before = source.slice(Math.max(0, at - SHOWN), at).trim();
  return words.editor.inspector.conditions.at(message, before);
}

const SHOWN = 24; // characters: enough to find the place
