import type { PoolClient } from 'pg';
import type { ChannelId } from '../../channels/channel';
import { getPool } from '../../db/pool';
import { storableJson } from '../../inbox/storable-json';
import { authorHasLeft } from '../officer/store';
import type { PlanStep } from '../plan/plan-step';
import type { PlanReason } from '../settings/follow-up-settings';

/** A follow-up that this process may send, until the lease runs out, and what is known of whom it is for. */
export type DueFollowUp = {
  readonly id: string;
  readonly fence: string;
  readonly contactId: string;
  /** Of the plan, or the contact's newest one. */
  readonly sessionId: string | null;
  readonly reason: PlanReason;
  readonly summary: string;
  /** An officer's own words; null where whoever chose them writes to nobody any more. */
  readonly text: string | null;
  readonly attempts: number;
  readonly channel: ChannelId;
  readonly name: string | null;
  readonly language: string;
  readonly timezone: string;
  readonly lastInboundMs: number | null;
  /** The session's state and the lead's facts, unread. */
  readonly state: unknown;
  readonly leadFacts: unknown;
};

const LEASE_MS = 60_000;

/** Claims plans that are due, those first that have been due longest. No two processes get the same one. */
export function claimDue(nowMs: number, most: number): Promise<readonly DueFollowUp[]> {
  return claim(
    `SELECT id FROM follow_ups WHERE status = 'planned' AND due_at <= ${at('$1')} AND ${isFree}
     ORDER BY due_at, id LIMIT $3 FOR UPDATE SKIP LOCKED`,
    nowMs,
    [most],
  );
}

/** Claims this plan: if it is due, or whenever an officer says so. */
export function claimOne(id: string, nowMs: number, when: 'due' | 'now'): Promise<readonly DueFollowUp[]> {
  return claim(
    `SELECT id FROM follow_ups WHERE id = $3 AND status = 'planned' AND ($4 = 'now' OR due_at <= ${at('$1')}) AND ${isFree}
     FOR UPDATE SKIP LOCKED`,
    nowMs,
    [id, when],
  );
}

// A lease that ends later than any would is from before the clock was set back; the fence keeps its holder from sending too.
const isFree = `paused_at IS NULL
  AND (lease_until IS NULL OR lease_until <= ${at('$1')} OR lease_until > ${at('$1')} + make_interval(secs => $2 * 2))`;

async function claim(due: string, nowMs: number, values: readonly unknown[]): Promise<readonly DueFollowUp[]> {
  const { rows } = await getPool().query<DueFollowUp>(
    `WITH due AS (${due}), taken AS (
       UPDATE follow_ups f SET lease_until = ${at('$1')} + make_interval(secs => $2), fence = f.fence + 1
       FROM due WHERE f.id = due.id RETURNING f.*
     )
     SELECT f.id, f.fence, f.contact_id AS "contactId", f.reason, f.summary,
       CASE WHEN NOT ${authorHasLeft} THEN f.text END AS text, f.attempts, c.channel, c.name,
       c.language, c.timezone, (extract(epoch FROM c.last_inbound_at) * 1000)::float8 AS "lastInboundMs", s.id AS "sessionId", s.state, l.facts AS "leadFacts"
     FROM taken f JOIN contacts c ON c.id = f.contact_id
     LEFT JOIN leads l ON l.contact_id = f.contact_id
     LEFT JOIN LATERAL (SELECT id, state FROM flow_sessions s WHERE s.contact_id = f.contact_id
       ORDER BY s.id = f.session_id DESC NULLS LAST, s.started_at DESC LIMIT 1) s ON true
     ORDER BY f.due_at, f.id`,
    [nowMs / 1000, LEASE_MS / 1000, ...values],
  );
  return rows;
}

/** What must be known in the moment of sending. */
export type HeldFollowUp = {
  readonly steps: readonly PlanStep[];
  /** An officer has the conversation. */
  readonly hasOpenHandover: boolean;
  /** A message of the customer waits for its turn: it will cancel this plan. */
  readonly hasPendingMessage: boolean;
};

/** Locks a claimed plan until the transaction ends; undefined when it is ours no more, or not to be sent any more. */
export async function holdFollowUp(
  client: PoolClient,
  { id, fence }: Pick<DueFollowUp, 'id' | 'fence'>,
): Promise<HeldFollowUp | undefined> {
  const { rows } = await client.query<HeldFollowUp>(
    `SELECT f.steps,
       EXISTS (SELECT 1 FROM handovers h WHERE h.contact_id = f.contact_id AND h.status IN ('requested', 'taken')) AS "hasOpenHandover",
       EXISTS (SELECT 1 FROM inbox_entries i WHERE i.contact_id = f.contact_id AND i.status = 'pending'
         AND i.kind = 'message') AS "hasPendingMessage"
     FROM follow_ups f WHERE f.id = $1 AND f.fence = $2 AND f.status = 'planned' AND f.paused_at IS NULL
     FOR UPDATE OF f`,
    [id, fence],
  );
  return rows[0];
}

/** Its message is in the outbox, with this id; one that an officer sends before its time is due now. */
export async function markQueued(client: PoolClient, id: string, outboxId: string, nowMs: number): Promise<void> {
  await client.query(
    `UPDATE follow_ups SET status = 'queued', status_reason = NULL, outbox_id = $2, attempts = attempts + 1,
       due_at = LEAST(due_at, ${at('$3')}), lease_until = NULL, updated_at = now()
     WHERE id = $1`,
    [id, outboxId, nowMs / 1000],
  );
}

/** It comes again then; `step` says why, where it should be said. */
export async function putOff(client: PoolClient, id: string, untilMs: number, step: PlanStep | null): Promise<void> {
  await client.query(
    `UPDATE follow_ups SET due_at = ${at('$2')}, steps = steps || $3::jsonb, status_reason = COALESCE($4, status_reason),
       lease_until = NULL, updated_at = now()
     WHERE id = $1`,
    [
      id,
      untilMs / 1000,
      storableJson(step === null ? [] : [step]),
      step?.code === 'sending.putOff' ? step.reason : null,
    ],
  );
}

/** It is not sent: taken off the calendar, or failed in a way that an officer should see. */
export async function endFollowUp(
  client: PoolClient,
  id: string,
  status: 'cancelled' | 'failed',
  reason: string,
): Promise<void> {
  await client.query(
    `UPDATE follow_ups SET status = $2::follow_up_status, status_reason = $3, lease_until = NULL, updated_at = now()
     WHERE id = $1`,
    [id, status, reason],
  );
}

function at(seconds: string): string {
  return `to_timestamp(${seconds}::float8)`;
}
