import type { Intent } from '@/flows/schema/intents';

/**
 * Whether taking this consent back means that nothing may be sent any more. Refusing only marketing does not: a customer
 * who asks us something still gets an answer.
 */
export function isOptOut(purpose: string): boolean {
  return purpose !== 'marketing';
}

/**
 * Whether these words of a contact who has opted out ask us to speak again. A thanks or an ok after the confirmation does
 * not, and neither does a second "stop".
 */
export function reopens(intent: Intent): boolean {
  return reopening.has(intent);
}

const reopening: ReadonlySet<Intent> = new Set<Intent>([
  'greet',
  'interested',
  'inform',
  'needs_more_info',
  'ask_rate',
  'ask_emi',
  'ask_eligibility',
  'ask_documents',
  'ask_process',
  'ask_fees',
  'ask_tenure',
  'ask_company',
  'follow_up_later',
  'talk_to_human',
  'complaint',
]);
