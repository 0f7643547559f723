import { factsNow } from '../../facts/read-facts';
import { readFlow } from '../../flows/store';
import { noticeInFlow } from '../notices/notice-in-flow';
import type { Consents, ConsentView } from './consent-record';
import { type StoredConsent, selectConsents } from './store';

/**
 * What a contact agreed to and took back, each with the words of the notice: those that the settings keep, else those that
 * the flow said in the version that recorded it. Undefined for a contact who is not there.
 */
export async function readConsents(contactId: string): Promise<Consents | undefined> {
  const stored = await selectConsents(contactId);
  return stored && { ...stored, records: await Promise.all(stored.records.map(withNotice)) };
}

async function withNotice({ flowId, flowVersion, ...record }: StoredConsent): Promise<ConsentView> {
  const { notice, noticeVersion, language } = record;
  const isKnown = notice !== null || noticeVersion === null || flowId === null || flowVersion === null;
  if (isKnown) return { ...record, noticeFlow: null };
  const flow = await readFlow(flowId, flowVersion);
  const told = flow && noticeInFlow(flow, await factsNow());
  const text = told?.texts[language] ?? told?.texts[flow?.defaultLanguage ?? ''] ?? null;
  return { ...record, notice: text, noticeFlow: text === null ? null : (flow?.name ?? flowId) };
}
