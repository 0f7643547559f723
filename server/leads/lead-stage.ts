import { z } from 'zod';

/** Where a lead stands, in the order of the board: the places of the shipped flow (lap-flow). */
export const leadStage = z.enum([
  'initial',
  'introduction',
  'qualifying',
  'property_details',
  'loan_details',
  'objection_handling',
  'closing',
  'follow_up_scheduling',
  'completed',
  'not_interested',
]);
export type LeadStage = z.infer<typeof leadStage>;

/** The stage that a state of a flow is; null for one that says nothing of where the lead stands. */
export function stageOfState(stateId: string): LeadStage | null {
  return leadStage.safeParse(stateId).data ?? null;
}

/** How somebody came to us first. */
export const leadSource = z.enum(['message', 'ad', 'campaign', 'import', 'simulator']);
export type LeadSource = z.infer<typeof leadSource>;
