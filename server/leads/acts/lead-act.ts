import { z } from 'zod';
import { leadFilter } from '../filter/lead-filter';
import { leadStage } from '../lead-stage';

const tag = z.string().trim().min(1).max(50);
const tags = z.array(tag).max(20).default([]);
const userId = z.string().min(1).max(100);

/** What can be done with many leads at once. */
export const leadAct = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('move'), stage: leadStage }),
  /** Null: nobody's any more. */
  z.strictObject({ type: z.literal('assign'), userId: userId.nullable() }),
  z.strictObject({ type: z.literal('tag'), add: tags, remove: tags }),
]);
export type LeadAct = Readonly<z.infer<typeof leadAct>>;

const MOST_NAMED = 1_000;
export const contactIds = z.array(z.uuid()).min(1).max(MOST_NAMED);

/** Leads that are named one by one, or all that a filter means. */
export const leadTarget = z.union([
  z.strictObject({ contactIds, filter: z.undefined().optional() }),
  z.strictObject({ filter: leadFilter, contactIds: z.undefined().optional() }),
]);
export type LeadTarget = Readonly<z.infer<typeof leadTarget>>;
