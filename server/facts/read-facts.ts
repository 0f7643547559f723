import { defaultProductFacts, type ProductFacts, productFacts } from '@/prompts/facts/product-facts';
import { log } from '../log';
import { type StoredFacts, selectNewestFacts } from './store';

/** The facts that hold, and which version of them it is; 0 is what was shipped. */
export type CurrentFacts = { readonly facts: ProductFacts; readonly version: number };

/** How long another process may go on with what an owner has just changed. */
const KEPT_MS = 5_000;

/** The product facts that hold now, at most five seconds old. */
export async function factsNow(): Promise<ProductFacts> {
  const kept = globalThis.vaartaFacts;
  if (kept && performance.now() - kept.readMs < KEPT_MS) return kept.facts;
  return (await readCurrentFacts()).facts;
}

/** The same as the database says them in this moment. */
export async function readCurrentFacts(): Promise<CurrentFacts> {
  const stored = await selectNewestFacts();
  const version = stored?.version ?? 0;
  const kept = globalThis.vaartaFacts;
  // The same version stays the same object: what was worked out of it is found again by it.
  const facts = kept?.version === version ? kept.facts : stored ? factsOf(stored) : defaultProductFacts;
  globalThis.vaartaFacts = { facts, version, readMs: performance.now() };
  return { facts, version };
}

/**
 * The facts of a stored version, in the order of those that were shipped. What has been added since then is as shipped; what
 * can't be read is said in the log.
 */
export function factsOf({ facts, version }: Pick<StoredFacts, 'facts' | 'version'>): ProductFacts {
  const read = productFacts.safeParse({ ...defaultProductFacts, ...(typeof facts === 'object' ? facts : {}) });
  if (read.success) return { ...read.data, texts: withShipped(read.data.texts) };
  log.error({ version, problem: read.error.issues[0]?.message }, 'facts.unreadable');
  return defaultProductFacts;
}

function withShipped(texts: ProductFacts['texts']): ProductFacts['texts'] {
  const { texts: shipped } = defaultProductFacts;
  const names = Object.keys({ ...shipped, ...texts });
  return Object.fromEntries(names.map((name) => [name, { ...shipped[name], ...texts[name] }]));
}

/** Next gives each route a bundle with modules of its own: what is saved in one holds at once in all of them. */
declare global {
  var vaartaFacts: (CurrentFacts & { readonly readMs: number }) | undefined;
}
