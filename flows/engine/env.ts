import type { ProductFacts } from '@/prompts/facts/product-facts';
import type { LanguagePack } from '@/prompts/language-pack';
import type { Flow } from '../schema/flow';
import type { LanguageCode } from '../schema/language';

/** Everything a turn may know of the world. Same flow, session, input and env: same result. */
export type TurnEnv = Readonly<{
  nowMs: number;
  /** A new id, unique within the turn; the host makes it from the turn's own id, so that a replay gets the same. */
  newId: () => string;
  facts: ProductFacts;
  packs: Readonly<Record<LanguageCode, LanguagePack>>;
  /** The published flows that a `subflow` may call, by id. */
  subflows: Readonly<Record<string, Flow>>;
  /** The page where this customer can hand in documents; it is opened for them when a turn says it. */
  uploadLink: string;
}>;

/** Stands for the link where nothing is sent: in tests, in the editor, in the terminal. */
export const EXAMPLE_UPLOAD_LINK = 'https://example.com/upload/example';
