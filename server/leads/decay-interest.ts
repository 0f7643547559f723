import { interestAfterSilence } from '@/flows/engine/interest';
import { session as sessionSchema } from '@/flows/schema/session';
import type { ProductFacts } from '@/prompts/facts/product-facts';
import { factsNow } from '../facts/read-facts';
import { type FadedLead, type StoredLead, selectLeads, updateLeads } from './decay/store';
import { scoreLead } from './score-lead';

const BATCH = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';
const DAY_MS = 86_400_000;

/**
 * Brings interest (0..1) and score of all leads to what they are worth at `nowMs`: both are worked out anew from the session,
 * so that it does not matter how often this runs. Says how many have changed.
 */
export async function decayInterest(nowMs: number): Promise<number> {
  const facts = await factsNow();
  let count = 0;
  for (let after = FIRST; ; ) {
    const leads = await selectLeads(after, BATCH);
    const faded = leads.flatMap((lead) => fadedOf(lead, facts, nowMs));
    if (faded.length > 0) count += await updateLeads(faded);
    const last = leads.at(-1);
    if (!last) return count;
    after = last.contactId;
  }
}

/** Nothing for a lead that is as it was, or whose session can't be read. */
function fadedOf(lead: StoredLead, facts: ProductFacts, nowMs: number): FadedLead[] {
  const read = sessionSchema.safeParse(lead.session);
  if (!read.success) return [];
  const { contactId, updatedAt } = lead;
  const silentDays = Math.max(0, nowMs - Date.parse(read.data.updatedAt)) / DAY_MS;
  const interest = Math.round(interestAfterSilence(read.data.interest, silentDays) * 1_000) / 1_000;
  const { score, reasons } = scoreLead(read.data, facts, nowMs);
  return score === lead.score && interest === lead.interest ? [] : [{ contactId, score, reasons, interest, updatedAt }];
}
