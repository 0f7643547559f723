import { z } from 'zod';
import { localizedText } from '@/flows/schema/language';
import { segmentFilter } from './segment-filter';

/** Who gets a campaign. */
const audience = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('import'), importId: z.uuid() }),
  z.strictObject({ type: z.literal('segment'), filter: segmentFilter }),
]);

/** One version of the message. Variables are expressions: `{{ name }}`, `{{ property_type | label }}`, `{{ column.city }}`. */
const variant = z.strictObject({
  /** A, B, C: unique in the campaign. */
  id: z.string().regex(/^[A-Z]$/, 'A variant is named by one capital letter.'),
  /** Percent of the recipients; the shares of all variants make 100. */
  share: z.int().min(1).max(100),
  /** The template's name at WhatsApp, the same in every language. */
  template: z.string().regex(/^[a-z0-9_]{1,512}$/, 'A template name has small letters, digits and underscores.'),
  /** What stands above the body, where the template has a place for it: a text, or the address of a file. */
  header: localizedText.optional(),
  /** In the order of the places in the template's body. */
  variables: z.array(localizedText).max(20),
});

const schedule = z.strictObject({
  /** ISO 8601; null: as soon as it is launched. */
  startsAt: z.iso.datetime({ offset: true }).nullable(),
  /** Spread evenly over so many days. */
  days: z.int().min(1).max(30),
  /** Messages a second at most; null: what the number may send. */
  perSecond: z.int().min(1).max(1000).nullable(),
  /** Messages a day at most. */
  perDay: z.int().min(1).max(1_000_000).nullable(),
  /** In rupees; the campaign pauses before it is passed. */
  budgetInr: z.number().positive().max(100_000_000).nullable(),
});

/** What an owner has drafted of a campaign. What is missing is null or empty, and said by `checkPlan`. */
export const campaignPlan = z.strictObject({
  audience: audience.nullable(),
  variants: z.array(variant).max(5),
  /** Where an answer enters a flow, in the version that is live then; null: where the contact's conversation is. */
  entry: z.strictObject({ flowId: z.string().min(1), stateId: z.string().min(1) }).nullable(),
  /** What becomes of people who are in the middle of a conversation: left out, written to once it is over, or written to in it. */
  live: z.enum(['skip', 'wait', 'join']),
  schedule,
});
export type CampaignPlan = Readonly<z.infer<typeof campaignPlan>>;
export type CampaignVariant = CampaignPlan['variants'][number];
export type CampaignAudience = NonNullable<CampaignPlan['audience']>;

export const emptyPlan: CampaignPlan = {
  audience: null,
  variants: [],
  entry: null,
  live: 'skip',
  schedule: { startsAt: null, days: 1, perSecond: null, perDay: null, budgetInr: null },
};

/** Where the next answer of a contact enters a flow: the column `contacts.entry`. */
export const campaignEntry = z.strictObject({
  campaignId: z.uuid(),
  /** It counts only if this message may have been received. */
  outboxId: z.uuid(),
  flowId: z.string().min(1),
  stateId: z.string().min(1),
  live: z.enum(['skip', 'wait', 'join']),
});
export type CampaignEntry = Readonly<z.infer<typeof campaignEntry>>;
