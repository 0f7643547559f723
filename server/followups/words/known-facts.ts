import { z } from 'zod';
import { type Scope, scopeOf } from '@/flows/expressions/scope';
import { compileTemplate } from '@/flows/expressions/template';
import { type SlotName, type SlotValue, slotValue } from '@/flows/schema/slots';
import type { ProductFacts } from '@/prompts/facts/product-facts';
import type { LanguagePack } from '@/prompts/language-pack';

/** What a follow-up's words may say of the customer, by slot. */
export type KnownFacts = ReadonlyMap<SlotName, SlotValue>;

/** What writing needs beside them. */
export type WordsWorld = {
  readonly packs: Readonly<Record<string, LanguagePack>>;
  readonly facts: ProductFacts;
  readonly timezone: string;
  readonly nowMs: number;
};

/** What is known from a session, or else from the lead, and under which name we know the customer. */
export function knownFacts(state: unknown, leadFacts: unknown, name: string | null): KnownFacts {
  const session = withSlots.safeParse(state);
  const slots = session.success
    ? Object.entries(session.data.slots).map(([slot, { value }]): [SlotName, SlotValue] => [slot, value])
    : Object.entries(slotValues.safeParse(leadFacts).data ?? {});
  const said = slots.filter(([, value]) => isWorthSaying(value));
  return new Map([...(name === null ? [] : [['name', name] as const]), ...said]);
}

/** As much of a session as is needed: lists read hundreds of them. */
const withSlots = z.object({ slots: z.record(z.string(), z.object({ value: slotValue })) });
const slotValues = z.record(z.string(), slotValue);

/** "Another need" says nothing: it is as if it weren't known. */
function isWorthSaying(value: SlotValue): boolean {
  return value !== 'other' && value !== '';
}

/** The first of the texts all of whose names are known, filled in. */
export function firstKnown(
  texts: readonly string[],
  known: KnownFacts,
  language: string,
  { packs, facts, timezone, nowMs }: WordsWorld,
): string | undefined {
  const scope: Scope = scopeOf(known);
  for (const text of texts) {
    const template = compileTemplate(text);
    if (!template.names.every((name) => known.has(name) || name.startsWith('facts.'))) continue;
    return template.render(scope, { language, defaultLanguage: 'en', timezone, nowMs, packs, facts }).text;
  }
  return undefined;
}
