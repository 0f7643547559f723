import { factsNow } from '../facts/read-facts';
import { outreachNow } from '../outreach/outreach-now';
import { type OfficeTime, officeTimeOf } from './office-time';
import { readHandoverSettings } from './settings/store';

/** When officers are at work, as it stood a few seconds ago at most; null: always. It is asked for with every turn. */
export async function officeNow(): Promise<OfficeTime | null> {
  const now = performance.now();
  if (known && now - known.readAt < ageMs) return known.office;
  const [settings, facts, outreach] = await Promise.all([readHandoverSettings(), factsNow(), outreachNow()]);
  // The same office stays the same object: what was worked out of it is found again by it.
  known = { readAt: now, office: settings.officeHoursFromFacts ? officeTimeOf(facts, outreach) : null };
  return known.office;
}

const ageMs = 5_000;
let known: { readonly readAt: number; readonly office: OfficeTime | null } | undefined;
