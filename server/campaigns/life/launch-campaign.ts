import type { AuditAct } from '../../audit/audit-entry';
import { recordAudit } from '../../audit/store';
import { inTransaction } from '../../db/transaction';
import { KnownError } from '../../errors';
import { campaignDue } from '../../jobs/events';
import { wake } from '../../jobs/wake';
import { checkPlan } from '../plan/check-plan';
import { requireCampaign } from '../require-campaign';
import { readCampaignSettings } from '../settings/store';
import type { CampaignStatus } from '../store';
import { refuse } from './refuse';
import { type Move, moveCampaign } from './store';

export type Launch = {
  readonly id: string;
  /** Of the draft that was seen. */
  readonly revision: number;
  /** Who launches it. */
  readonly author: string;
  readonly authorId: string;
};

/**
 * Launches a draft: its audience is frozen and its messages go out at their time; a large one waits for a second person first.
 * Throws `request.invalid` where the plan has errors, and `record.conflict` where the draft is another one by now.
 */
export async function launchCampaign(
  { id, revision, author, authorId }: Launch,
  nowMs: number,
): Promise<{ readonly status: CampaignStatus }> {
  const campaign = await requireCampaign(id);
  if (campaign.status !== 'draft') throw refuse(campaign);
  const [{ issues, reach }, { approvalAbove }] = await Promise.all([
    checkPlan(campaign.plan, campaign.channel, nowMs),
    readCampaignSettings(),
  ]);
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const codes = [...new Set(errors.map(({ code }) => code))].join(', ');
    throw new KnownError('request.invalid', `The campaign can’t be launched yet. Look at what is marked: ${codes}.`);
  }
  const status = reach.people > approvalAbove ? 'awaitingApproval' : 'freezing';
  const times = status === 'freezing' ? timesOf(campaign.plan.schedule.startsAt, nowMs) : {};
  const move: Move = { to: status, author, authorId, revision, ...times };
  const isMoved = await moveBy({ id, author, authorId }, 'draft', move, 'campaign.launched');
  if (!isMoved) throw refuse(await requireCampaign(id));
  if (status === 'freezing') wake(campaignDue.create({ campaignId: id }));
  return { status };
}

/** Lets a large campaign go. Throws `request.invalid` for who has proposed it, and `record.conflict` when it waits no more. */
export async function approveCampaign(
  { id, author, authorId }: Omit<Launch, 'revision'>,
  nowMs: number,
): Promise<{ readonly status: CampaignStatus }> {
  const campaign = await requireCampaign(id);
  if (campaign.status !== 'awaitingApproval') throw refuse(campaign);
  if (campaign.authorId === authorId) {
    throw new KnownError('request.invalid', 'This campaign is so large that somebody else has to approve it.');
  }
  const times = timesOf(campaign.plan.schedule.startsAt, nowMs);
  const move = { to: 'freezing', approver: author, revision: campaign.revision, ...times } as const;
  const isMoved = await moveBy({ id, author, authorId }, 'awaitingApproval', move, 'campaign.approved');
  if (!isMoved) throw refuse(await requireCampaign(id));
  wake(campaignDue.create({ campaignId: id }));
  return { status: 'freezing' };
}

/** Moves it and writes down who did, or neither. */
function moveBy(
  { id, author, authorId }: Omit<Launch, 'revision'>,
  from: CampaignStatus,
  move: Move,
  act: AuditAct,
): Promise<boolean> {
  return inTransaction(async (client) => {
    const isMoved = await moveCampaign(client, id, [from], move);
    const actor = { id: authorId, name: author };
    if (isMoved) await recordAudit({ actor, act, subject: { type: 'campaign', id }, detail: {} }, client);
    return isMoved;
  });
}

function timesOf(startsAt: string | null, nowMs: number) {
  const launchedAt = new Date(nowMs).toISOString();
  return { launchedAt, startsAt: startsAt ?? launchedAt };
}
