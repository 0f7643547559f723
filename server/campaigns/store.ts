import type { PoolClient } from 'pg';
import type { ChannelId } from '../channels/channel';
import { getPool } from '../db/pool';
import { storableJson } from '../inbox/storable-json';
import { type CampaignPlan, campaignPlan } from './plan/campaign-plan';

export type CampaignStatus =
  | 'draft'
  | 'awaitingApproval'
  | 'freezing'
  | 'scheduled'
  | 'running'
  | 'paused'
  | 'done'
  | 'cancelled';

/** Why a campaign is paused; stable codes. */
export type PauseReason =
  | 'owner.paused'
  | 'budget.reached'
  | 'template.paused'
  | 'template.disabled'
  | 'template.rejected'
  | 'failures.tooMany';

export type StoredCampaign = {
  readonly id: string;
  readonly name: string;
  readonly channel: ChannelId;
  readonly status: CampaignStatus;
  readonly statusReason: PauseReason | null;
  /** The market event that it answers; null for any other. */
  readonly trigger: string | null;
  readonly plan: CampaignPlan;
  /** Grows with each save: who saves on an older one is told so. */
  readonly revision: number;
  readonly author: string;
  /** Null while nobody has launched it. */
  readonly authorId: string | null;
  readonly approver: string | null;
  readonly startsAt: Date | null;
  readonly launchedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly createdAt: Date;
  /** Of what was drafted or decided: a campaign that goes on by itself does not change it. */
  readonly updatedAt: Date;
};

const headColumns = `id, name, channel, status, status_reason AS "statusReason", trigger, revision, author, author_id AS "authorId", approver,
  starts_at AS "startsAt", launched_at AS "launchedAt", finished_at AS "finishedAt", created_at AS "createdAt",
  updated_at AS "updatedAt"`;

export async function readCampaign(id: string): Promise<StoredCampaign | undefined> {
  const { rows } = await getPool().query<StoredCampaign>(`${campaignSql} WHERE id = $1`, [id]);
  return rows[0] && parsed(rows[0]);
}

/**
 * The campaign, locked until the transaction ends: whoever puts its people into the outbox or takes them back holds this
 * lock first, so that one of them comes after the other. Contacts are locked after it, outbox rows last.
 */
export async function lockCampaign(client: PoolClient, id: string): Promise<StoredCampaign | undefined> {
  const { rows } = await client.query<StoredCampaign>(`${campaignSql} WHERE id = $1 FOR NO KEY UPDATE`, [id]);
  return rows[0] && parsed(rows[0]);
}

const campaignSql = `SELECT ${headColumns}, plan FROM campaigns`;

/** A plan that was drafted by an older version of us is read as one of today. */
function parsed(row: StoredCampaign): StoredCampaign {
  return { ...row, plan: campaignPlan.parse(row.plan) };
}

/** A campaign without what was drafted of it. */
export type CampaignHead = Omit<StoredCampaign, 'plan'>;

/** The newest first. */
export async function selectCampaigns(most: number): Promise<readonly CampaignHead[]> {
  const { rows } = await getPool().query<CampaignHead>(
    `SELECT ${headColumns} FROM campaigns ORDER BY created_at DESC, id DESC LIMIT $1`,
    [most],
  );
  return rows;
}

export type NewCampaign = Pick<StoredCampaign, 'id' | 'name' | 'channel' | 'trigger' | 'plan'>;

/** Adds a draft. */
export async function insertCampaign({ id, name, channel, trigger, plan }: NewCampaign): Promise<void> {
  await getPool().query(
    'INSERT INTO campaigns (id, name, channel, trigger, plan) VALUES ($1, $2, $3::channel_name, $4, $5)',
    [id, name, channel, trigger, storableJson(plan)],
  );
}

export type CampaignSaving = Pick<StoredCampaign, 'id' | 'revision' | 'name' | 'plan'>;

/** Keeps what was drafted on `revision`: the new revision, or undefined when it is no draft, or of another revision, by now. */
export async function updateDraft({ id, revision, name, plan }: CampaignSaving): Promise<number | undefined> {
  const { rows } = await getPool().query<{ readonly revision: number }>(
    `UPDATE campaigns SET name = $3, plan = $4, revision = revision + 1, updated_at = now()
     WHERE id = $1 AND revision = $2 AND status = 'draft' RETURNING revision`,
    [id, revision, name, storableJson(plan)],
  );
  return rows[0]?.revision;
}

/** Removes a draft. Says whether there was one. */
export async function deleteDraft(id: string): Promise<boolean> {
  const { rowCount } = await getPool().query(`DELETE FROM campaigns WHERE id = $1 AND status = 'draft'`, [id]);
  return rowCount === 1;
}
