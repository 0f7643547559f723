import { z } from 'zod';

/** The points of the checklist, in the order in which a number is connected. */
export const numberCheckId = z.enum([
  'token',
  'number',
  'webhook',
  'appSecret',
  'subscribed',
  'name',
  'quality',
  'throughput',
  'limit',
  'health',
  'dataRegion',
]);

/** One point: how it stands, what that means, and what to do where something is to be done. */
export const numberCheck = z.object({
  id: numberCheckId,
  status: z.enum(['ok', 'warning', 'failed', 'unknown']),
  detail: z.string(),
  advice: z.string().optional(),
});
export type NumberCheck = Readonly<z.infer<typeof numberCheck>>;

export const numberChecks = z.array(numberCheck);
