import type { Pool, PoolClient } from 'pg';
import { getPool } from '../../db/pool';
import type { CampaignStatus, PauseReason } from '../store';

/** What a campaign becomes. What is not given stays as it is. */
export type Move = {
  readonly to: CampaignStatus;
  readonly reason?: PauseReason;
  readonly author?: string;
  readonly authorId?: string;
  readonly approver?: string;
  readonly startsAt?: string;
  readonly launchedAt?: string;
  /** Counts only on this revision of the draft. */
  readonly revision?: number;
};

/** Makes a campaign what is asked, if it still is one of `from`. Says whether it was. */
export async function moveCampaign(
  db: Pool | PoolClient,
  id: string,
  from: readonly CampaignStatus[],
  { to, reason, author, authorId, approver, startsAt, launchedAt, revision }: Move,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE campaigns SET status = $3::campaign_status, status_reason = $4, author = COALESCE($5, author),
       approver = COALESCE($6, approver), starts_at = COALESCE($7, starts_at), launched_at = COALESCE($8, launched_at),
       author_id = COALESCE($10, author_id),
       finished_at = CASE WHEN $3::campaign_status IN ('done', 'cancelled') THEN now() END, lease_until = NULL, updated_at = now()
     WHERE id = $1 AND status = ANY($2::campaign_status[]) AND ($9::int IS NULL OR revision = $9)`,
    [
      id,
      from,
      to,
      reason ?? null,
      author ?? null,
      approver ?? null,
      startsAt ?? null,
      launchedAt ?? null,
      revision ?? null,
      authorId ?? null,
    ],
  );
  return rowCount === 1;
}

/** Who has not got theirs yet gets nothing any more. Says how many. */
export async function cancelPending(client: PoolClient, campaignId: string): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE campaign_recipients SET status = 'cancelled',
       history = history || jsonb_build_object('at', now(), 'what', 'cancelled')
     WHERE campaign_id = $1 AND status = 'pending'`,
    [campaignId],
  );
  return rowCount ?? 0;
}

export type Retry = {
  readonly campaignId: string;
  /** What may be tried again, and what only a day after it failed. */
  readonly codes: readonly string[];
  readonly codesAfterDay: readonly string[];
  /** ISO. */
  readonly now: string;
};

/** Puts those back into the line whose message was surely never sent, for a reason that passes. Says how many. */
export async function retryFailed(
  client: PoolClient,
  { campaignId, codes, codesAfterDay, now }: Retry,
): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE campaign_recipients r SET status = 'pending', attempts = r.attempts + 1, outbox_id = NULL, queued_at = NULL,
       settled_at = NULL, problem_code = NULL, history = r.history || jsonb_build_object('at', $4::timestamptz, 'what', 'retried'),
       due_at = CASE WHEN r.problem_code = ANY($3::text[]) THEN GREATEST($4, r.settled_at + interval '24 hours') ELSE $4 END
     FROM outbox_entries o
     WHERE r.campaign_id = $1 AND r.status = 'queued' AND r.problem_code = ANY($2::text[] || $3::text[]) AND o.id = r.outbox_id
       AND o.status = 'rejected'`,
    [campaignId, codes, codesAfterDay, now],
  );
  return rowCount ?? 0;
}

export type LimitsChange = {
  readonly id: string;
  readonly perSecond: number | null;
  readonly perDay: number | null;
  readonly budgetInr: number | null;
};

/** Other limits for a campaign that has been launched and is not over. Says whether it is one. */
export async function updateLimits({ id, ...limits }: LimitsChange): Promise<boolean> {
  const { rowCount } = await getPool().query(
    `UPDATE campaigns SET plan = jsonb_set(plan, '{schedule}', plan->'schedule' || $2::jsonb), next_at = NULL
     WHERE id = $1 AND status IN ('freezing', 'scheduled', 'running', 'paused')`,
    [id, JSON.stringify(limits)],
  );
  return rowCount === 1;
}
