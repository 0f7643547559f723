import { Temporal } from 'temporal-polyfill';
import { hasConcept, type Reading, spanOf } from '../read-text';
import type { ExtractionContext, Extractor } from './extractor';
import { resolveTime } from './resolve-time';
import { findTimeParts } from './time-parts';

/** Reads when the customer wants to be contacted, as ISO 8601 with the offset of the customer's timezone. */
export const readCallbackTime: Extractor = (reading, context) => {
  if (!isAboutContact(reading, context)) return [];
  const parts = findTimeParts(reading);
  if (parts.length === 0) return [];
  const now = Temporal.Instant.from(context.now).toZonedDateTimeISO(context.timezone);
  const at = resolveTime(parts, now);
  if (at === null) return [];
  const from = Math.min(...parts.map((part) => part.from));
  const to = Math.max(...parts.map((part) => part.to));
  const confidence = parts.some(({ kind }) => kind === 'clock' || kind === 'after') ? 0.92 : 0.8;
  const value = at.toString({ timeZoneName: 'never', smallestUnit: 'second' });
  return [{ slot: 'callback_at', value, confidence, ...spanOf(reading, from, to) }];
};

const CONTACT_INTENTS: ReadonlySet<string> = new Set(['follow_up_later', 'talk_to_human']);

// "Your man came yesterday at 5" complains and asks for no call.
const NEVER_A_CALL: ReadonlySet<string> = new Set(['not_interested', 'opt_out', 'complaint', 'objection_trust']);

/** Dates of other things (a salary, a purchase) are no callback. */
function isAboutContact(reading: Reading, { intent, expects }: ExtractionContext): boolean {
  if (NEVER_A_CALL.has(intent) || (expects[0] === 'urgency' && !hasConcept(reading, 'contact'))) return false;
  if (expects.length === 0 && isDateOfMoney(reading)) return false;
  return CONTACT_INTENTS.has(intent) || expects.includes('callback_at') || hasConcept(reading, 'contact');
}

/** "My salary comes on 1st December": when money comes or goes, with no word for a call or for waiting. */
function isDateOfMoney(reading: Reading): boolean {
  return hasConcept(reading, 'income', 'emi') && !hasConcept(reading, 'contact', 'later', 'busy', 'think', 'human');
}
