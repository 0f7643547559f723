import { setTemplateStatus } from '../templates/store';
import { keepFromMarketing, type Refusal, templatesOf } from './store';

/**
 * What a refusal says beyond its one message: the customer wants, or gets, no marketing now; the template may not be sent. A
 * crash before this is made good by the next refusal.
 */
export async function applyRefusals(refusals: readonly Refusal[]): Promise<void> {
  const ofMarketing = refusals.filter(({ code }) => marketingProblems.has(code));
  if (ofMarketing.length > 0) await keepFromMarketing(ofMarketing);
  const statuses = new Map(refusals.map(({ id, code }) => [id, templateStatuses.get(code)]));
  const stopped = refusals.filter(({ code }) => templateStatuses.has(code));
  if (stopped.length === 0) return;
  for (const { id, name, language } of await templatesOf(stopped.map((refusal) => refusal.id))) {
    const status = statuses.get(id);
    if (status !== undefined) await setTemplateStatus({ name, language, status });
  }
}

const marketingProblems: ReadonlySet<string> = new Set(['contact.marketingCapReached', 'contact.marketingStopped']);

/** WhatsApp's own words for it. */
const templateStatuses: ReadonlyMap<string, string> = new Map([
  ['template.paused', 'PAUSED'],
  ['template.disabled', 'DISABLED'],
]);
