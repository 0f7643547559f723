import type { PoolClient } from 'pg';
import { inTransaction } from '../../db/transaction';
import { readOutreachSettings } from '../../outreach/store';
import { moveCampaign } from '../life/store';
import { lockCampaign, type PauseReason, type StoredCampaign } from '../store';
import { judgeSettled, templateReason } from './judge-settled';
import { areAllFailing, pickSettled, type SettledRecipient, takeBack, writeSettlings } from './store';

/** How many messages in a row have to fail before a campaign stops and asks. */
const TOO_MANY_FAILURES = 50;
const MOST_AT_ONCE = 2_000;

/**
 * Takes into the campaign what has become of its messages in the outbox, and pauses it where they do not get through. Says how
 * many it took.
 */
export async function settleRecipients(campaignId: string, nowMs: number): Promise<number> {
  const settings = await readOutreachSettings();
  return inTransaction(async (client) => {
    const campaign = await lockCampaign(client, campaignId);
    if (!campaign) return 0;
    const settled = await pickSettled(client, campaignId, MOST_AT_ONCE);
    if (settled.length === 0) return 0;
    const world = { status: campaign.status, settings, nowMs };
    await writeSettlings(
      client,
      campaignId,
      settled.map((one) => judgeSettled(one, world)),
    );
    const reason = await stopReason(client, campaignId, settled);
    if (reason) await pause(client, campaign, reason);
    return settled.length;
  });
}

async function stopReason(
  client: PoolClient,
  campaignId: string,
  settled: readonly SettledRecipient[],
): Promise<PauseReason | undefined> {
  const [reason] = settled.flatMap(({ code }) => templateReason(code) ?? []);
  if (reason) return reason;
  return (await areAllFailing(client, campaignId, TOO_MANY_FAILURES)) ? 'failures.tooMany' : undefined;
}

async function pause(client: PoolClient, { id }: StoredCampaign, reason: PauseReason): Promise<void> {
  const isPaused = await moveCampaign(client, id, ['running'], { to: 'paused', reason });
  if (isPaused) await takeBack(client, id, 'campaign.paused');
}
