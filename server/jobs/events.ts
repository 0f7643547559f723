import { eventType } from 'inngest';
import { z } from 'zod';

// Events only wake: the row that says what is due is there before, and a sweep finds what no event told of. They carry ids,
// never what a customer said or who they are.

/** A campaign was launched, approved, resumed, or has more to send. */
export const campaignDue = eventType('campaign/due', { schema: z.strictObject({ campaignId: z.uuid() }) });

/** A follow-up was planned or moved. `dueAt` is ISO 8601. */
export const followUpPlanned = eventType('follow-up/planned', {
  schema: z.strictObject({ followUpId: z.uuid(), dueAt: z.iso.datetime() }),
});

/** What an owner did that may concern many: a lower rate, a new product. */
export const marketChanged = eventType('market/changed', { schema: z.strictObject({ campaignId: z.uuid() }) });

/** Sample data is to be loaded or removed. */
export const sampleDue = eventType('sample/due', {
  schema: z.strictObject({ run: z.uuid(), act: z.enum(['load', 'remove']) }),
});
