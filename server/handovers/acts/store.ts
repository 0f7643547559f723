import type { PoolClient } from 'pg';
import { storableJson } from '../../inbox/storable-json';
import { sealJson, sealText } from '../../sealing/seal-column';
import type { HandoverOutcome } from '../handover-outcome';

/** A contact's open handover, as it stands in a transaction that holds it. */
export type HeldHandover = {
  readonly id: string;
  readonly status: 'requested' | 'taken';
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
};

/** What a contact's conversation is, held until the transaction ends: whoever else takes over, returns or closes waits. */
export type HeldConversation = {
  readonly channel: 'whatsapp' | 'simulator';
  readonly language: string;
  readonly timezone: string;
  readonly isOptedOut: boolean;
  readonly lastInboundAt: Date | null;
  readonly handover: HeldHandover | null;
};

/**
 * Locks a contact's turn and its open handover, in the order in which a turn's commit does; undefined when there is no such
 * contact. What a turn had begun before can't be committed any more once `fenceOff` was called, and what was committed is there.
 */
export async function holdConversation(client: PoolClient, contactId: string): Promise<HeldConversation | undefined> {
  await client.query(
    `INSERT INTO turn_queue (contact_id) SELECT id FROM contacts WHERE id = $1 ON CONFLICT (contact_id) DO NOTHING`,
    [contactId],
  );
  await client.query('SELECT FROM turn_queue WHERE contact_id = $1 FOR UPDATE', [contactId]);
  const { rows } = await client.query<Omit<HeldConversation, 'handover'>>(
    `SELECT channel, language, timezone, opted_out_at IS NOT NULL AS "isOptedOut", last_inbound_at AS "lastInboundAt"
     FROM contacts WHERE id = $1 FOR NO KEY UPDATE`,
    [contactId],
  );
  const [contact] = rows;
  return contact && { ...contact, handover: await holdHandover(client, contactId) };
}

async function holdHandover(client: PoolClient, contactId: string): Promise<HeldHandover | null> {
  const { rows } = await client.query<HeldHandover>(
    `SELECT h.id, h.status, h.assignee_id AS "assigneeId", u.name AS "assigneeName"
     FROM handovers h LEFT JOIN users u ON u.id = h.assignee_id
     WHERE h.contact_id = $1 AND h.status IN ('requested', 'taken') FOR UPDATE OF h`,
    [contactId],
  );
  return rows[0] ?? null;
}

/** Takes the lease of a turn that is under way: it can't be committed any more, and what it was about is looked at again. */
export async function fenceOff(client: PoolClient, contactId: string): Promise<void> {
  await client.query(
    `UPDATE turn_queue SET fence = fence + 1, owner = NULL, lease_until = NULL, claims = 0, failures = 0,
       burst_began_at = COALESCE(burst_began_at, now()), due_at = now()
     WHERE contact_id = $1`,
    [contactId],
  );
}

/** What the bot, a follow-up or a campaign had in line for a contact does not leave any more. */
export async function cancelQueued(client: PoolClient, contactId: string): Promise<number> {
  const { rowCount } = await client.query(
    `WITH bots AS (
       SELECT o.id FROM outbox_entries o JOIN messages m ON m.id = o.message_id
       WHERE o.contact_id = $1 AND o.status = 'queued' AND NOT o.is_last_word AND m.author_id IS NULL
       ORDER BY o.id FOR UPDATE OF o
     )
     UPDATE outbox_entries o SET status = 'cancelled', problem_code = 'officer.tookOver',
       problem_detail = 'An officer took the conversation over before it left.', settled_at = now()
     FROM bots WHERE o.id = bots.id`,
    [contactId],
  );
  return rowCount ?? 0;
}

export type NewHandover = {
  readonly id: string;
  readonly contactId: string;
  readonly askedBy: 'officer';
  /** What whoever asks says about it; often nothing. */
  readonly summary: string;
  readonly status: 'requested' | 'taken';
  readonly assigneeId: string | null;
  readonly nowMs: number;
};

/** Opens one for somebody who has none; it belongs to their newest conversation. */
export async function insertHandover(client: PoolClient, handover: NewHandover): Promise<void> {
  const { id, contactId, askedBy, summary, status, assigneeId, nowMs } = handover;
  await client.query(
    `INSERT INTO handovers (id, contact_id, session_id, state_id, asked_by, reason, summary, status, assignee_id, created_at,
       routed_at, taken_at)
     SELECT $1, c.id, s.id, s.state_id, $3, $3, $4, $5::handover_status, $6, ${at('$7')},
       CASE WHEN $6::text IS NOT NULL THEN ${at('$7')} END, CASE WHEN $5 = 'taken' THEN ${at('$7')} END
     FROM contacts c LEFT JOIN LATERAL (SELECT id, state_id FROM flow_sessions WHERE contact_id = c.id
       ORDER BY (status = 'active') DESC, started_at DESC LIMIT 1) s ON true
     WHERE c.id = $2`,
    [id, contactId, askedBy, sealText('handovers.summary', summary), status, assigneeId, nowMs],
  );
}

/** The officer has it from now on. */
export async function setTaken(client: PoolClient, id: string, userId: string, nowMs: number): Promise<void> {
  await client.query(
    `UPDATE handovers SET status = 'taken', assignee_id = $2, taken_at = COALESCE(taken_at, ${at('$3')}), routed_at = ${at('$3')}
     WHERE id = $1`,
    [id, userId, nowMs],
  );
}

/** Gives an open handover to somebody else; `reroutes` counts those that a silent officer lost. */
export async function setAssignee(
  client: PoolClient,
  id: string,
  { userId, isReroute, nowMs }: { readonly userId: string; readonly isReroute: boolean; readonly nowMs: number },
): Promise<void> {
  await client.query(
    `UPDATE handovers SET assignee_id = $2, routed_at = ${at('$3')}, reroutes = reroutes + $4::int WHERE id = $1`,
    [id, userId, nowMs, isReroute ? 1 : 0],
  );
}

export async function setReturned(
  client: PoolClient,
  id: string,
  {
    by,
    stateId,
    note,
    nowMs,
  }: { readonly by: string; readonly stateId: string | null; readonly note: string; readonly nowMs: number },
): Promise<void> {
  await client.query(
    `UPDATE handovers SET status = 'returned', ended_at = ${at('$2')}, ended_by = $3, return_state_id = $4, closing_note = NULLIF($5, '')
     WHERE id = $1`,
    [id, nowMs, by, stateId, sealText('handovers.closing_note', note)],
  );
}

export async function setClosed(
  client: PoolClient,
  id: string,
  {
    by,
    outcome,
    note,
    nowMs,
  }: { readonly by: string; readonly outcome: HandoverOutcome; readonly note: string; readonly nowMs: number },
): Promise<void> {
  await client.query(
    `UPDATE handovers SET status = 'closed', ended_at = ${at('$2')}, ended_by = $3, outcome = $4, closing_note = NULLIF($5, '')
     WHERE id = $1`,
    [id, nowMs, by, outcome, sealText('handovers.closing_note', note)],
  );
}

/** Whose lead it is. */
export async function setLeadOwner(client: PoolClient, contactId: string, userId: string): Promise<void> {
  await client.query('UPDATE leads SET assignee_id = $2 WHERE contact_id = $1', [contactId, userId]);
}

/** How the lead ended, and the stage that says so; null leaves it where it is. */
export async function setLeadOutcome(
  client: PoolClient,
  contactId: string,
  {
    outcome,
    stage,
    by,
    nowMs,
  }: { readonly outcome: HandoverOutcome; readonly stage: string | null; readonly by: string; readonly nowMs: number },
): Promise<void> {
  await client.query(
    `UPDATE leads SET outcome = $2, stage = COALESCE($3, stage), updated_at = ${at('$5')},
       stage_at = CASE WHEN $3::text IS NULL OR stage = $3 THEN stage_at ELSE ${at('$5')} END,
       stage_by = CASE WHEN $3::text IS NULL OR stage = $3 THEN stage_by ELSE $4 END
     WHERE contact_id = $1`,
    [contactId, outcome, stage, by, nowMs],
  );
}

/** One line of what was done with a lead. */
export async function insertLeadEvent(
  client: PoolClient,
  event: {
    readonly contactId: string;
    readonly kind: string;
    readonly actorId: string | null;
    readonly detail: Readonly<Record<string, string | number | null>>;
    readonly nowMs: number;
  },
): Promise<void> {
  const detail = storableJson(sealJson('lead_events.detail', event.detail));
  await client.query(
    `INSERT INTO lead_events (contact_id, kind, actor_id, detail, at) VALUES ($1, $2, $3, $4::jsonb, ${at('$5')})`,
    [event.contactId, event.kind, event.actorId, detail, event.nowMs],
  );
}

/** An officer or owner who works here; undefined for anybody else. */
export async function findOfficer(
  client: PoolClient,
  userId: string,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const { rows } = await client.query<{ id: string; name: string }>(
    `SELECT id, name FROM users WHERE id = $1 AND role IN ('officer', 'owner') AND disabled_at IS NULL`,
    [userId],
  );
  return rows[0];
}

function at(milliseconds: string): string {
  return `to_timestamp(${milliseconds}::float8 / 1000)`;
}
