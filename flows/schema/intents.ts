import { z } from 'zod';

/** The six intent families that the transitions of a flow are drawn with. */
export const intentFamily = z.enum([
  'interested',
  'needs_more_info',
  'objection',
  'not_interested',
  'asking_question',
  'follow_up_later',
]);
export type IntentFamily = z.infer<typeof intentFamily>;

/** Every intent that understanding may return, with the family it belongs to (the understanding contract). */
export const intentFamilies = {
  greet: 'interested',
  affirm: 'interested',
  interested: 'interested',
  inform: 'interested',
  needs_more_info: 'needs_more_info',
  ask_rate: 'asking_question',
  ask_emi: 'asking_question',
  ask_eligibility: 'asking_question',
  ask_documents: 'asking_question',
  ask_process: 'asking_question',
  ask_fees: 'asking_question',
  ask_tenure: 'asking_question',
  ask_company: 'asking_question',
  objection_cost: 'objection',
  objection_trust: 'objection',
  objection_risk: 'objection',
  objection_paperwork: 'objection',
  objection_existing: 'objection',
  objection_time: 'objection',
  follow_up_later: 'follow_up_later',
  not_interested: 'not_interested',
  deny: 'needs_more_info',
  talk_to_human: 'interested',
  opt_out: 'not_interested',
  complaint: 'objection',
  change_language: 'needs_more_info',
  thank: 'interested',
  out_of_scope: 'needs_more_info',
} as const satisfies Record<string, IntentFamily>;

export type Intent = keyof typeof intentFamilies;
export const intents = Object.keys(intentFamilies) as [Intent, ...Intent[]];
export const intent = z.enum(intents);
