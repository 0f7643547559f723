import type { Token } from '../normalize';
import { NumberGrammar } from './number-grammar';
import type { NumberSpan } from './number-span';
import type { NumberLexicon } from './number-words';

export type NumberReader = Readonly<{
  /** Every number of the text, in order. `isUnit` says whether a token is a unit, which ends an amount ("1 crore 20 years"). */
  read: (tokens: readonly Token[], isUnit: (index: number) => boolean) => readonly NumberSpan[];
  isCurrency: (word: string) => boolean;
  isPercent: (word: string) => boolean;
}>;

/** Reads numbers in digits and words. `own` are the languages that the text may mix; `others` are asked only before a magnitude. */
export function createNumberReader(own: readonly NumberLexicon[], others: readonly NumberLexicon[]): NumberReader {
  const isIn = (set: 'currency' | 'percent', word: string): boolean => own.some((lexicon) => lexicon[set].has(word));
  return {
    read: (tokens, isUnit) => readAll(new NumberGrammar(tokens, own, others, isUnit), tokens.length),
    isCurrency: (word) => isIn('currency', word),
    isPercent: (word) => isIn('percent', word),
  };
}

function readAll(grammar: NumberGrammar, length: number): readonly NumberSpan[] {
  const spans: NumberSpan[] = [];
  for (let index = 0; index < length; ) {
    const span = grammar.readAt(index);
    if (span === null) {
      index++;
      continue;
    }
    const merged = grammar.mergeRange(spans[spans.length - 1], span);
    if (merged === null) spans.push(span);
    else spans[spans.length - 1] = merged;
    index = span.to;
  }
  return spans;
}
