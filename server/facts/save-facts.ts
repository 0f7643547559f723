import { defaultProductFacts, type ProductFacts } from '@/prompts/facts/product-facts';
import { KnownError } from '../errors';
import { checkTexts } from './check-texts';
import { factsOf, readCurrentFacts } from './read-facts';
import { insertFacts, type NewFacts, selectFactsVersion } from './store';

export type SavedFacts = {
  readonly version: number;
  /** A market event that the change is: those whom it concerns may be told. */
  readonly event: 'interest_rate_drop' | null;
};

/**
 * Makes these facts the ones that hold, from the next turn on. Throws `request.invalid` for a text that can't be said, and
 * `record.conflict` when somebody has saved since `after`.
 */
export async function saveFacts(wanted: NewFacts): Promise<SavedFacts> {
  const problem = checkTexts(wanted.facts);
  if (problem !== null) throw new KnownError('request.invalid', problem);
  const before = await factsOfVersion(wanted.after);
  const version = await insertFacts(wanted);
  if (version === undefined) {
    throw new KnownError('record.conflict', 'Somebody has changed the facts since you looked. Nothing was saved.');
  }
  await readCurrentFacts();
  return { version, event: wanted.facts.rate_min < before.rate_min ? 'interest_rate_drop' : null };
}

export type Restoring = Pick<NewFacts, 'author' | 'actor'> & { readonly version: number };

/** Makes an older version hold again, as a new one; 0 is what was shipped. Throws `record.notFound`. */
export async function restoreFacts({ version, ...by }: Restoring): Promise<SavedFacts> {
  const { version: after } = await readCurrentFacts();
  const facts = await factsOfVersion(version);
  const note = version === 0 ? 'As shipped' : `Version ${version} again`;
  return saveFacts({ facts, note, ...by, after });
}

async function factsOfVersion(version: number): Promise<ProductFacts> {
  if (version === 0) return defaultProductFacts;
  const stored = await selectFactsVersion(version);
  if (!stored) throw new KnownError('record.notFound', 'There is no such version of the facts.');
  return factsOf(stored);
}
