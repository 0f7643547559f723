import type { TemplateContent } from '@/flows/templates/template-content';
import type { ProductFacts } from '@/prompts/facts/product-facts';
import type { LanguagePack } from '@/prompts/language-pack';
import type { ChannelId } from '../../channels/channel';

/** One language of a template as it may be sent. */
export type SendableText = {
  /** As WhatsApp writes it: `en_IN`. */
  readonly code: string;
  /** The language it is in: `en`. */
  readonly language: string;
  /** Null where it has parts that we can't fill. */
  readonly content: TemplateContent | null;
};

export type SendableTemplate = {
  readonly name: string;
  /** MARKETING, UTILITY or AUTHENTICATION. */
  readonly category: string;
  /** The languages in which it may be sent now, in the order in which they came; the simulator sends drafts too. */
  readonly texts: readonly SendableText[];
};

/** What the messages of a campaign are made of beside the people. */
export type MessageWorld = {
  readonly nowMs: number;
  readonly channel: ChannelId;
  readonly facts: ProductFacts;
  readonly packs: Readonly<Record<string, LanguagePack>>;
  /** By name; one that is not there does not exist. */
  readonly templates: ReadonlyMap<string, SendableTemplate>;
};
