import { words } from '@/app/_words/en';
import type { LeadStage } from '@/server/leads/lead-stage';

const names: Readonly<Record<LeadStage, string>> = words.leadsShared.stages;

/** Where a lead may stand, in the order of the board. */
export const stages = Object.entries(names).flatMap(([value, label]) => (isStage(value) ? [{ value, label }] : []));

function isStage(value: string): value is LeadStage {
  return Object.hasOwn(names, value);
}
