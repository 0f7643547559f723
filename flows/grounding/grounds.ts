import type { ProductFacts } from '@/prompts/facts/product-facts';
import type { LanguagePack } from '@/prompts/language-pack';
import type { LanguageCode } from '../schema/language';
import type { SlotName, SlotValue } from '../schema/slots';

/** What a draft may say: nothing that is not here. */
export type Grounds = Readonly<{
  /** The language in which the customer is answered. */
  language: LanguageCode;
  facts: ProductFacts;
  slots: Readonly<Record<SlotName, SlotValue>>;
  packs: Readonly<Record<LanguageCode, LanguagePack>>;
  nowMs: number;
  timezone: string;
}>;

/** `code` is stable; `text` is the part of the draft that is not borne out. */
export type DraftProblem = Readonly<{ code: string; text: string }>;
