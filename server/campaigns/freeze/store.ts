import type { PoolClient } from 'pg';
import { getPool } from '../../db/pool';
import { storableJson } from '../../inbox/storable-json';
import { sealJson } from '../../sealing/seal-column';
import type { TemplateMessage } from '../run/store';
import { readCampaign, type StoredCampaign } from '../store';

/** Where somebody who freezes an audience stands. */
export type FreezeClaim = {
  readonly campaign: StoredCampaign;
  /** Grows with each claim: who holds an older one can't write any more. */
  readonly fence: string;
  readonly frozenTo: string | null;
  /** How many are written down, and how many of them are to get a message. */
  readonly written: number;
  readonly included: number;
};

/** Takes over the freezing of an audience, from wherever it stands; undefined when it is not being frozen. */
export async function claimFreeze(id: string, leaseMs: number): Promise<FreezeClaim | undefined> {
  const { rows } = await getPool().query<{ fence: string; frozenTo: string | null }>(
    `UPDATE campaigns SET fence = fence + 1, lease_until = now() + make_interval(secs => $2::float8 / 1000)
     WHERE id = $1 AND status = 'freezing' RETURNING fence, frozen_to AS "frozenTo"`,
    [id, leaseMs],
  );
  const claim = rows[0];
  const campaign = await readCampaign(id);
  if (!claim || !campaign) return undefined;
  const counted = await getPool().query<{ written: number; included: number }>(
    `SELECT count(*)::int AS written, count(*) FILTER (WHERE status <> 'excluded')::int AS included
     FROM campaign_recipients WHERE campaign_id = $1`,
    [id],
  );
  return { campaign, written: 0, included: 0, ...claim, ...counted.rows[0] };
}

/** One person as they are written down. */
export type FrozenRecipient = {
  readonly contactId: string;
  readonly position: number;
  readonly variant: string;
  readonly language: string;
  /** Null for who is left out: then `problemCode` says why. */
  readonly content: TemplateMessage | null;
  readonly problemCode: string | null;
  /** ISO. */
  readonly dueAt: string;
};

export type FrozenPage = {
  readonly fence: string;
  readonly leaseMs: number;
  /** The cursor of the last of them. */
  readonly frozenTo: string;
};

/** Holds the campaign for one page. Says whether this is still ours to write. */
export async function holdFreeze(
  client: PoolClient,
  id: string,
  { fence, leaseMs, frozenTo }: FrozenPage,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE campaigns SET frozen_to = $3, lease_until = now() + make_interval(secs => $4::float8 / 1000)
     WHERE id = $1 AND fence = $2 AND status = 'freezing'`,
    [id, fence, frozenTo, leaseMs],
  );
  return rowCount === 1;
}

/** Writes people down; who is there already stays as they are. */
export async function insertRecipients(
  client: PoolClient,
  id: string,
  recipients: readonly FrozenRecipient[],
): Promise<void> {
  const rows = recipients.map((recipient) => ({
    ...recipient,
    content: sealJson('campaign_recipients.content', recipient.content),
  }));
  await client.query(
    `INSERT INTO campaign_recipients (campaign_id, contact_id, position, variant, language, content, status, problem_code,
       due_at, history)
     SELECT $1, "contactId", position, variant, language, NULLIF(content, 'null'),
       CASE WHEN "problemCode" IS NULL THEN 'pending'::recipient_status ELSE 'excluded' END, "problemCode", "dueAt",
       CASE WHEN "problemCode" IS NULL THEN '[]'
         ELSE jsonb_build_array(jsonb_build_object('at', now(), 'what', 'excluded', 'code', "problemCode")) END
     FROM jsonb_to_recordset($2::jsonb) AS g("contactId" uuid, position int, variant text, language text, content jsonb,
       "problemCode" text, "dueAt" timestamptz)
     ON CONFLICT DO NOTHING`,
    [id, storableJson(rows)],
  );
}

/** The audience is frozen: the campaign runs, or waits for its time. Says whether this was ours to say. */
export async function finishFreeze(id: string, fence: string, now: string): Promise<boolean> {
  const { rowCount } = await getPool().query(
    `UPDATE campaigns SET status = CASE WHEN starts_at > $3 THEN 'scheduled' ELSE 'running' END::campaign_status,
       lease_until = NULL, updated_at = now()
     WHERE id = $1 AND fence = $2 AND status = 'freezing'`,
    [id, fence, now],
  );
  return rowCount === 1;
}
