import { getPool } from '../../db/pool';
import { inTransaction } from '../../db/transaction';
import { campaignDue } from '../../jobs/events';
import { wake } from '../../jobs/wake';
import { requireCampaign } from '../require-campaign';
import { takeBack } from '../settle/store';
import { lockCampaign } from '../store';
import { refuse } from './refuse';
import { cancelPending, moveCampaign } from './store';

/** Stops a campaign at once: what waits in the outbox is taken back, what is on its way is not. Says how many were taken back. */
export async function pauseCampaign(id: string): Promise<{ readonly takenBack: number }> {
  const takenBack = await inTransaction(async (client) => {
    await lockCampaign(client, id);
    const move = { to: 'paused', reason: 'owner.paused' } as const;
    if (!(await moveCampaign(client, id, ['scheduled', 'running'], move))) return undefined;
    return takeBack(client, id, 'campaign.paused');
  });
  if (takenBack === undefined) throw refuse(await requireCampaign(id));
  return { takenBack };
}

/** Lets a paused campaign go on where it was. */
export async function resumeCampaign(id: string, nowMs: number): Promise<void> {
  const { status, startsAt } = await requireCampaign(id);
  const to = startsAt !== null && startsAt.getTime() > nowMs ? 'scheduled' : 'running';
  if (!(await moveCampaign(getPool(), id, ['paused'], { to }))) throw refuse({ status });
  wake(campaignDue.create({ campaignId: id }));
}

/**
 * Ends a campaign: who has not got theirs gets nothing. One that nobody has approved yet becomes a draft again. Says how many
 * get nothing.
 */
export async function cancelCampaign(id: string): Promise<{ readonly cancelled: number }> {
  if (await moveCampaign(getPool(), id, ['awaitingApproval'], { to: 'draft' })) return { cancelled: 0 };
  const cancelled = await inTransaction(async (client) => {
    await lockCampaign(client, id);
    const isMoved = await moveCampaign(client, id, ['freezing', 'scheduled', 'running', 'paused'], { to: 'cancelled' });
    if (!isMoved) return undefined;
    await takeBack(client, id, 'campaign.cancelled');
    return cancelPending(client, id);
  });
  if (cancelled === undefined) throw refuse(await requireCampaign(id));
  return { cancelled };
}
