import { z } from 'zod';

const share = z.number().min(0).max(1);
const rupees = z.number().min(0).max(1_000_000);

/** How messages are read, as an owner sets it. Amounts in rupees, shares from 0 to 1. */
export const understandingSettings = z.object({
  /** `auto` asks a model where the embedded reader is not sure, `llm` always, `embedded` never. */
  engine: z.enum(['embedded', 'auto', 'llm']).default('auto'),
  /** `auto`: from this confidence on the embedded reader is sure. */
  sureFrom: share.default(0.6),
  /** `auto`: and when it is this far ahead of its next best reading. */
  sureAhead: share.default(0.2),
  /** Where a state answers freely, a model may word the answer. */
  draftsReplies: z.boolean().default(true),
  mostTokensPerContactPerDay: z.int().min(0).max(10_000_000).default(40_000),
  mostInrPerDay: rupees.default(500),
  inrPerMillionPromptTokens: rupees.default(25),
  inrPerMillionCompletionTokens: rupees.default(200),
});
export type UnderstandingSettings = Readonly<z.infer<typeof understandingSettings>>;

export const defaultUnderstandingSettings: UnderstandingSettings = understandingSettings.parse({});
