import { matchesOf, type Reading } from '../read-text';
import { modelWords } from './intent-features';

/** What the intent model is told of a text, in training as in use. */
export type ModelView = Readonly<{ words: readonly string[]; concepts: readonly string[] }>;

/** The words of a text and the meanings found in it; amounts and facts count as meanings, whatever they are. */
export function readForModel(reading: Reading): ModelView {
  const amounts = new Set(reading.amounts.flatMap(({ from, to }) => indexes(from, to)));
  const concepts = matchesOf(reading, 'concept').map(({ value }) => value);
  if (reading.amounts.length > 0) concepts.push('amount');
  for (const group of FACT_GROUPS) if (matchesOf(reading, group).length > 0) concepts.push(`fact:${group}`);
  return { words: modelWords(reading.tokens, (index) => amounts.has(index)), concepts };
}

const FACT_GROUPS = ['property_type', 'city', 'loan_purpose', 'employment_type', 'area'];

function indexes(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}
