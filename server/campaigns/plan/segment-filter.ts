import { z } from 'zod';

const text = z.string().trim().min(1).max(200);

/** What must hold of a contact. Rules of one filter all hold; the values of one rule are alternatives. */
const segmentRule = z.union([
  z.strictObject({
    field: z.literal('slot'),
    slot: text,
    operator: z.enum(['is', 'isNot']),
    values: z.array(text).min(1),
  }),
  z.strictObject({ field: z.literal('slot'), slot: text, operator: z.enum(['atLeast', 'atMost']), amount: z.number() }),
  z.strictObject({ field: z.literal('slot'), slot: text, operator: z.enum(['isKnown', 'isUnknown']) }),
  z.strictObject({
    field: z.enum(['state', 'flow', 'language', 'tag']),
    operator: z.enum(['is', 'isNot']),
    values: z.array(text).min(1),
  }),
  z.strictObject({ field: z.enum(['score', 'interest']), operator: z.enum(['atLeast', 'atMost']), amount: z.number() }),
  /** Days since they last wrote. */
  z.strictObject({ field: z.literal('lastSeen'), operator: z.enum(['atLeast', 'atMost']), amount: z.number().min(0) }),
]);
export type SegmentRule = Readonly<z.infer<typeof segmentRule>>;

export const segmentFilter = z.strictObject({ rules: z.array(segmentRule).max(20) });
export type SegmentFilter = Readonly<z.infer<typeof segmentFilter>>;
