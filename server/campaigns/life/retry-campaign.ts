import { errorRows } from '../../channels/whatsapp/error-rows';
import { explainError } from '../../channels/whatsapp/errors';
import { inTransaction } from '../../db/transaction';
import { KnownError } from '../../errors';
import { campaignDue } from '../../jobs/events';
import { wake } from '../../jobs/wake';
import { requireCampaign } from '../require-campaign';
import { lockCampaign } from '../store';
import { refuse } from './refuse';
import { moveCampaign, retryFailed } from './store';

/** What passes by itself or when somebody has acted, by the words of our errors. */
export const retryableCodes: readonly string[] = [
  ...new Set([...errorRows.keys()].map(explainError).flatMap(({ retryable, problem }) => (retryable ? problem : []))),
];

/** WhatsApp gives somebody who got enough marketing more of it after a day at the earliest (error 131049). */
export const retryableAfterDay: readonly string[] = ['contact.marketingCapReached'];

/**
 * Puts those back into the line whose message WhatsApp refused for a reason that passes. What it accepted is never sent again,
 * whatever became of it. Says how many.
 */
export async function retryCampaign(id: string, nowMs: number): Promise<{ readonly retried: number }> {
  const retried = await inTransaction(async (client) => {
    const campaign = await lockCampaign(client, id);
    if (!campaign || !mayRetry.has(campaign.status)) return undefined;
    const now = new Date(nowMs).toISOString();
    const lists = { codes: retryableCodes, codesAfterDay: retryableAfterDay };
    const count = await retryFailed(client, { campaignId: id, ...lists, now });
    if (count > 0) await moveCampaign(client, id, ['done'], { to: 'running' });
    return count;
  });
  if (retried === undefined) throw refuse(await requireCampaign(id));
  if (retried === 0) throw new KnownError('request.invalid', 'Nobody is left whose message can be tried again.');
  wake(campaignDue.create({ campaignId: id }));
  return { retried };
}

const mayRetry: ReadonlySet<string> = new Set(['running', 'paused', 'done']);
