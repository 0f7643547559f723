import { z } from 'zod';
import { languageCode } from '@/flows/schema/language';
import { customerSlots } from '@/flows/schema/slots';
import { channelId } from '../../channels/channel';
import { leadSource, leadStage } from '../lead-stage';

/** How warm a lead is: hot from 70 on, warm from 40 on. */
export const leadBand = z.enum(['hot', 'warm', 'cold']);
export type LeadBand = z.infer<typeof leadBand>;

const word = z.string().trim().min(1).max(200);
const moment = z.iso.datetime({ offset: true });
/** Both ends count. */
const amounts = z.strictObject({ atLeast: z.number().min(0).optional(), atMost: z.number().min(0).optional() });
/** `from` counts, `until` does not. */
const moments = z.strictObject({ from: moment.optional(), until: moment.optional() });

/** Which leads are meant: all that is said here holds of them; of a list of values one does. Nothing said: every lead. */
export const leadFilter = z.strictObject({
  /** Words of a name or of a message, or a number in any shape. */
  search: z.string().trim().max(200).optional(),
  stages: z.array(leadStage).max(20).optional(),
  bands: z.array(leadBand).max(3).optional(),
  score: amounts.optional(),
  cities: z.array(word).max(50).optional(),
  languages: z.array(languageCode).max(50).optional(),
  sources: z.array(leadSource).max(10).optional(),
  propertyTypes: z.array(z.enum(customerSlots.property_type.choices)).max(20).optional(),
  purposes: z.array(z.enum(customerSlots.loan_purpose.choices)).max(20).optional(),
  /** In rupees; `income` a month. */
  loanAmount: amounts.optional(),
  propertyValue: amounts.optional(),
  income: amounts.optional(),
  /** `me`, `nobody`, or the id of an officer. */
  assignee: z.string().min(1).max(100).optional(),
  outcomes: z.array(word).max(10).optional(),
  created: moments.optional(),
  /** When they last wrote. */
  active: moments.optional(),
  /** What is to be done next with them: due before now, today, within seven days, or nothing. */
  nextAction: z.enum(['overdue', 'today', 'week', 'none']).optional(),
  conversationStatuses: z
    .array(z.enum(['bot', 'requested', 'taken', 'closed']))
    .max(4)
    .optional(),
  /** Whether they may be written to freely: for 24 hours after they wrote. */
  window: z.enum(['open', 'closed']).optional(),
  tags: z.array(word).max(50).optional(),
  isOptedOut: z.boolean().optional(),
  channel: channelId.optional(),
});
export type LeadFilter = Readonly<z.infer<typeof leadFilter>>;

/** What a list of leads is sorted by. Those without the value come last. */
export const leadSort = z.strictObject({
  by: z.enum(['score', 'updated', 'created', 'loanAmount', 'nextAction']),
  order: z.enum(['ascending', 'descending']),
});
export type LeadSort = Readonly<z.infer<typeof leadSort>>;

/** As PostgreSQL writes a whole or broken number. */
const amount = z.string().regex(/^\d{1,20}(\.\d{1,10})?$/);

/** The last lead of a page: what it is sorted by (null: it has no such value), and whose it is. */
export const leadCursor = z.strictObject({
  key: z.union([z.iso.datetime(), amount, z.number()]).nullable(),
  contactId: z.uuid(),
});
export type LeadCursor = Readonly<z.infer<typeof leadCursor>>;

/** Whether a cursor can be one of a list that is sorted so: a page of another order has no place in it. */
export function fitsSort({ key }: LeadCursor, { by }: LeadSort): boolean {
  if (key === null) return by === 'loanAmount' || by === 'nextAction';
  const isNumber = typeof key === 'number' || amount.safeParse(key).success;
  return isNumber === (by === 'score' || by === 'loanAmount');
}
