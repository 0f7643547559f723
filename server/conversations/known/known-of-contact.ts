import type { SlotName, SlotValue } from '@/flows/schema/slots';
import type { ProductFacts } from '@/prompts/facts/product-facts';
import type { LanguagePack } from '@/prompts/language-pack';
import { languages } from '@/prompts/load-languages';
import { KnownError } from '../../errors';
import { factsNow } from '../../facts/read-facts';
import { knownFacts } from '../../followups/words/known-facts';
import { selectKnown } from './store';

/** What an officer's words may say of a customer, and in which language and world they are filled. */
export type KnownOfContact = {
  readonly known: ReadonlyMap<SlotName, SlotValue>;
  readonly language: string;
  readonly world: {
    readonly packs: Readonly<Record<string, LanguagePack>>;
    readonly facts: ProductFacts;
    readonly timezone: string;
    readonly nowMs: number;
  };
};

export async function knownOfContact(contactId: string, nowMs: number): Promise<KnownOfContact> {
  const [row, facts] = await Promise.all([selectKnown(contactId), factsNow()]);
  if (!row) throw new KnownError('record.notFound', 'There is no such contact, or it is another officer’s.');
  const { state, leadFacts, name, language, timezone } = row;
  const known = knownFacts(state, leadFacts, name);
  return { known, language, world: { packs: languages, facts, timezone, nowMs } };
}
