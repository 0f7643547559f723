import type { ProductFacts } from '@/prompts/facts/product-facts';
import type { LocalizedText } from '../schema/language';
import type { ExpressionValue } from './values';

/** A product fact: one value for all, or a text in several languages. */
export type Fact =
  | Readonly<{ type: 'value'; value: ExpressionValue }>
  | Readonly<{ type: 'text'; text: LocalizedText }>;

/** The facts that expressions read as `facts.NAME`, in a map, so that no name reaches an object's prototype. */
export function factsByName(facts: ProductFacts): ReadonlyMap<string, Fact> {
  const known = mapped.get(facts);
  if (known) return known;
  const { texts, ...values } = facts;
  const byName = new Map<string, Fact>();
  for (const [name, value] of Object.entries(values)) byName.set(name, { type: 'value', value });
  for (const [name, text] of Object.entries(texts)) byName.set(name, { type: 'text', text });
  mapped.set(facts, byName);
  return byName;
}

/** Facts are immutable and few: one map for each version, for as long as that version is used. */
const mapped = new WeakMap<ProductFacts, ReadonlyMap<string, Fact>>();
