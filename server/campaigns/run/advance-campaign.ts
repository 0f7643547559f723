import { setTimeout as sleep } from 'node:timers/promises';
import { getPool } from '../../db/pool';
import { freezeAudience } from '../freeze/freeze-audience';
import { moveCampaign } from '../life/store';
import { settleRecipients } from '../settle/settle-recipients';
import { readCampaign } from '../store';
import { runBatch } from './run-batch';

/** When there may be more to do, in milliseconds from now; null when the campaign does not go on by itself. */
export type Advance = { readonly againMs: number | null };

const elsewhereMs = 5_000;

/** Does what there is to do for a campaign now, whatever its state; may be called at any time, by several processes at once. */
export async function advanceCampaign(campaignId: string, nowMs: number): Promise<Advance> {
  const campaign = await readCampaign(campaignId);
  if (!campaign) return { againMs: null };
  switch (campaign.status) {
    case 'draft':
    case 'awaitingApproval':
      return { againMs: null };
    case 'freezing':
      // Somebody else may have taken over: they are left some time.
      return { againMs: (await freezeAudience(campaignId, nowMs)) ? 0 : elsewhereMs };
    case 'scheduled': {
      const waitMs = (campaign.startsAt?.getTime() ?? nowMs) - nowMs;
      if (waitMs > 0) return { againMs: waitMs };
      await moveCampaign(getPool(), campaignId, ['scheduled'], { to: 'running' });
      return { againMs: 0 };
    }
    case 'running':
      await settleRecipients(campaignId, nowMs);
      return runBatch(campaignId, nowMs);
    case 'paused':
    case 'done':
    case 'cancelled':
      await settleRecipients(campaignId, nowMs);
      return { againMs: null };
    default:
      return campaign.status satisfies never;
  }
}

/**
 * Keeps advancing a campaign for about `forMs`, with short pauses, so that its number does not idle between two calls. Ends
 * earlier when there is nothing to do for longer than that.
 */
export async function keepAdvancing(campaignId: string, forMs: number): Promise<Advance> {
  const untilMs = Date.now() + forMs;
  for (;;) {
    const { againMs } = await advanceCampaign(campaignId, Date.now());
    if (againMs === null || Date.now() + againMs >= untilMs) return { againMs };
    await sleep(againMs);
  }
}
