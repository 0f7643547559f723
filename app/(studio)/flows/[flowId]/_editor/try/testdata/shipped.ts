import loanAgainstProperty from '@/flows/library/loan-against-property.json';
import type { World } from '@/flows/scenarios/conversation';
import { flow as flowSchema } from '@/flows/schema/flow';
import { loadReader } from '@/flows/understanding/load-reader';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import { newTryout, type Tryout, type TryStart, type TryStep } from '../tryout';

export const shippedFlow = flowSchema.parse(loanAgainstProperty);

export const world: World = { subflows: {}, reader: loadReader(), packs: languages, facts: defaultProductFacts };

/** A try-out in English that begins on a Tuesday morning, unless something else is said. */
export function trying(steps: readonly TryStep[], start: Partial<TryStart> = {}): Tryout {
  const fresh = newTryout('en', new Date('2026-11-24T11:00:00+05:30'));
  return { start: { ...fresh.start, ...start }, steps: [...steps] };
}

export function said(...texts: string[]): TryStep {
  return { type: 'said', texts, understoodAs: null };
}
