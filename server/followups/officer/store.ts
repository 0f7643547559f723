import type { PoolClient } from 'pg';
import type { Actor } from '../../auth/actor';
import type { ChannelId } from '../../channels/channel';
import { getPool } from '../../db/pool';
import { storableJson } from '../../inbox/storable-json';
import { sealText } from '../../sealing/seal-column';
import type { FollowUpPlan } from '../plan/plan-follow-up';

/** Who adds or changes a follow-up by hand: from then on it is theirs. */
export type Author = Pick<Actor, 'id' | 'name'>;

/** Whether a follow-up `f` is of somebody who may not write to customers any more: their words don't go out as theirs. */
export const authorHasLeft = `EXISTS (SELECT 1 FROM users u
  WHERE u.id = f.author_id AND (u.disabled_at IS NOT NULL OR u.role NOT IN ('officer', 'owner')))`;

/** What planning needs of a contact. */
export type ContactToPlan = {
  readonly channel: ChannelId;
  readonly timezone: string;
  readonly isOptedOut: boolean;
};

export async function readContactToPlan(contactId: string): Promise<ContactToPlan | undefined> {
  const { rows } = await getPool().query<ContactToPlan>(
    `SELECT channel, timezone, opted_out_at IS NOT NULL AS "isOptedOut" FROM contacts WHERE id = $1`,
    [contactId],
  );
  return rows[0];
}

/** The contact of a follow-up; undefined when there is no such one. */
export async function contactOf(id: string): Promise<string | undefined> {
  const { rows } = await getPool().query<{ contactId: string }>(
    `SELECT contact_id AS "contactId" FROM follow_ups WHERE id = $1`,
    [id],
  );
  return rows[0]?.contactId;
}

/** Moves a plan that stands as `revision` (when it was changed last, ISO 8601) knew it. Says whether it did. */
export async function moveFollowUp(
  id: string,
  { wantedMs, dueMs, steps }: FollowUpPlan,
  by: Author,
  revision: string,
): Promise<boolean> {
  const { rowCount } = await getPool().query(
    `UPDATE follow_ups SET wanted_at = to_timestamp($2::float8), due_at = to_timestamp($3::float8), steps = $4::jsonb,
       author = $5, author_id = $7, status_reason = NULL, lease_until = NULL, fence = fence + 1, updated_at = now()
     WHERE id = $1 AND status = 'planned' AND updated_at = $6`,
    [id, wantedMs / 1000, dueMs / 1000, storableJson(steps), by.name, revision, by.id],
  );
  return rowCount === 1;
}

/** Takes a follow-up off the calendar, also while its message waits in the outbox. Says whether it was still there. */
export async function cancelFollowUp(id: string, by: Author): Promise<boolean> {
  const { rowCount } = await getPool().query(
    `WITH stopped AS (
       UPDATE outbox_entries o SET status = 'cancelled', problem_code = 'officer.cancelled',
         problem_detail = 'An officer cancelled it.', settled_at = now()
       FROM follow_ups f WHERE f.id = $1 AND f.status = 'queued' AND o.id = f.outbox_id AND o.status = 'queued'
       RETURNING o.id
     )
     UPDATE follow_ups SET status = 'cancelled', status_reason = 'officer.cancelled', author = $2, author_id = $3, fence = fence + 1,
       updated_at = now()
     WHERE id = $1 AND (status = 'planned' OR status = 'queued' AND outbox_id IN (SELECT id FROM stopped))`,
    [id, by.name, by.id],
  );
  return rowCount === 1;
}

/** Keeps an officer's own words, or none. Says whether it was still planned. */
export async function setFollowUpText(id: string, text: string | null, by: Author): Promise<boolean> {
  const { rowCount } = await getPool().query(
    `UPDATE follow_ups SET text = $2, author = $3, author_id = $4, fence = fence + 1, lease_until = NULL, updated_at = now()
     WHERE id = $1 AND status = 'planned'`,
    [id, sealText('follow_ups.text', text), by.name, by.id],
  );
  return rowCount === 1;
}

export type AddedFollowUp = FollowUpPlan & {
  readonly id: string;
  readonly contactId: string;
  readonly text: string | null;
  readonly by: Author;
};

/** Plans one for somebody; it takes the place of a plan that is there, and belongs to their newest conversation. */
export async function insertFollowUp(client: PoolClient, added: AddedFollowUp): Promise<void> {
  const { id, contactId, wantedMs, dueMs, steps, text, by } = added;
  await client.query('SELECT 1 FROM contacts WHERE id = $1 FOR NO KEY UPDATE', [contactId]);
  await client.query(
    `UPDATE follow_ups SET status = 'cancelled', status_reason = 'officer.replaced', updated_at = now()
     WHERE contact_id = $1 AND status = 'planned'`,
    [contactId],
  );
  await client.query(
    `INSERT INTO follow_ups (id, contact_id, session_id, state_id, origin, author, author_id, reason, summary, wanted_at,
       due_at, steps, text)
     SELECT $1, c.id, s.id, s.state_id, 'officer', $3, $8, 'officer', COALESCE(f.summary, ''), to_timestamp($4::float8),
       to_timestamp($5::float8), $6::jsonb, $7
     FROM contacts c
     LEFT JOIN LATERAL (SELECT id, state_id FROM flow_sessions WHERE contact_id = c.id ORDER BY started_at DESC LIMIT 1) s ON true
     LEFT JOIN LATERAL (SELECT summary FROM follow_ups WHERE contact_id = c.id ORDER BY created_at DESC LIMIT 1) f ON true
     WHERE c.id = $2`,
    [
      id,
      contactId,
      by.name,
      wantedMs / 1000,
      dueMs / 1000,
      storableJson(steps),
      sealText('follow_ups.text', text),
      by.id,
    ],
  );
}
