import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { changesBetween, type FactChange } from './changes-between';
import { factsOf } from './read-facts';
import { selectFactsVersions } from './store';

/** One version of the facts, and what it says otherwise than the one before. */
export type FactsVersionView = {
  readonly version: number;
  readonly note: string;
  readonly author: string;
  /** ISO UTC. */
  readonly createdAt: string;
  readonly changes: readonly FactChange[];
};

const MOST = 50;

/** The newest versions, the newest first. What was shipped is version 0 and is not among them. */
export async function readFactsHistory(): Promise<readonly FactsVersionView[]> {
  const stored = await selectFactsVersions(MOST + 1);
  const read = stored.map((row) => ({ ...row, facts: factsOf(row) }));
  return read.slice(0, MOST).map(({ facts, createdAt, ...row }, place) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    changes: changesBetween(read[place + 1]?.facts ?? defaultProductFacts, facts),
  }));
}
