import type { PoolClient } from 'pg';
import { getPool } from '../../db/pool';
import { inTransaction } from '../../db/transaction';
import { judgeReach, type Reach } from '../../outreach/judge-reach';
import { lookAtReach } from '../../outreach/reach/store';
import { readOutreachSettings } from '../../outreach/store';
import type { AudienceMember } from '../audience/audience-member';
import { selectAudience } from '../audience/select-audience';
import { readMessageWorld } from '../message/read-message-world';
import { claimFreeze, type FreezeClaim, finishFreeze, holdFreeze, insertRecipients } from './store';
import { createWriter, type RecipientWriter } from './write-recipient';

const leaseMs = 30_000;

/**
 * Writes down who gets a campaign and what, page by page; from then on nothing that changes about a contact changes what was
 * written. Goes on where an earlier run was cut off; one whose claim was taken over stops by itself. Says whether the
 * audience is frozen now.
 */
export async function freezeAudience(campaignId: string, nowMs: number): Promise<boolean> {
  const claim = await claimFreeze(campaignId, leaseMs);
  if (!claim?.campaign.plan.audience) return false;
  const { campaign, fence, frozenTo } = claim;
  const writer = await writerFor(claim, nowMs);
  for await (const page of selectAudience(getPool(), claim.campaign.plan.audience, campaign.channel, frozenTo)) {
    if (!(await inTransaction((client) => freezePage(client, claim, page, writer)))) return false;
  }
  return finishFreeze(campaignId, fence, new Date(nowMs).toISOString());
}

async function writerFor({ campaign, written, included }: FreezeClaim, nowMs: number): Promise<RecipientWriter> {
  const startMs = Math.max(nowMs, campaign.startsAt?.getTime() ?? nowMs);
  const [world, settings] = await Promise.all([readMessageWorld(campaign.channel, startMs), readOutreachSettings()]);
  const judge = (reach: Reach, kind: 'utility' | 'marketing') => judgeReach(reach, kind, settings, startMs);
  return createWriter({ campaign, world, settings, startMs, judge, written, included });
}

/** Says whether the page was ours to write. */
async function freezePage(
  client: PoolClient,
  { campaign: { id }, fence }: FreezeClaim,
  page: readonly AudienceMember[],
  writer: RecipientWriter,
): Promise<boolean> {
  const frozenTo = page.at(-1)?.cursor;
  if (frozenTo === undefined) return true;
  if (!(await holdFreeze(client, id, { fence, leaseMs, frozenTo }))) return false;
  const reach = await lookAtReach(
    client,
    page.map(({ contactId }) => contactId),
  );
  const recipients = page.flatMap((member) => writer.write(member, reach.get(member.contactId)) ?? []);
  await insertRecipients(client, id, recipients);
  return true;
}
