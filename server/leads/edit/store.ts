import type { PoolClient } from 'pg';
import type { Session } from '@/flows/schema/session';
import type { SlotValue } from '@/flows/schema/slots';
import { setIdentity } from '../../contacts/store';
import { storableJson } from '../../inbox/storable-json';
import { sealJson } from '../../sealing/seal-column';
import { sealFacts } from '../../sealing/seal-facts';
import type { LeadScore } from '../score-lead';

/** A lead and its newest session, held until the transaction ends. */
export type LockedLead = Readonly<{
  flowId: string;
  facts: Readonly<Record<string, SlotValue>>;
  /** The schema `session` of flows/schema; undefined where there is none. */
  session: unknown;
}>;

/**
 * Undefined where there is no lead. Locks in the order in which a turn's commit does. The lease of a turn that is being taken is
 * taken away: it has read a session that is about to change, commits no more, and is taken anew without having failed.
 */
export async function lockLead(client: PoolClient, contactId: string): Promise<LockedLead | undefined> {
  await client.query(
    `UPDATE turn_queue SET fence = fence + 1, owner = NULL, lease_until = NULL,
       due_at = CASE WHEN owner IS NULL THEN due_at ELSE now() END,
       claims = CASE WHEN owner IS NULL THEN claims ELSE GREATEST(claims - 1, 0) END
     WHERE contact_id = $1`,
    [contactId],
  );
  const { rows: sessions } = await client.query<{ state: unknown }>(
    `SELECT state FROM flow_sessions WHERE id = (SELECT id FROM flow_sessions WHERE contact_id = $1
       ORDER BY (status = 'active') DESC, started_at DESC LIMIT 1) FOR UPDATE`,
    [contactId],
  );
  const { rows } = await client.query<Omit<LockedLead, 'session'>>(
    `SELECT flow_id AS "flowId", facts FROM leads WHERE contact_id = $1 FOR UPDATE`,
    [contactId],
  );
  const [lead] = rows;
  return lead && { ...lead, session: sessions[0]?.state };
}

export async function writeSession(client: PoolClient, session: Session): Promise<void> {
  await client.query('UPDATE flow_sessions SET state = $2, version = version + 1 WHERE id = $1', [
    session.id,
    storableJson(sealJson('flow_sessions.state', session)),
  ]);
}

export type FactChange = Readonly<{
  contactId: string;
  slot: string;
  /** Null: it was taken away. */
  value: SlotValue | null;
  before: SlotValue | null;
  isConfirmed: boolean;
  /** Null where there is no session to score. */
  scored: LeadScore | null;
  actorId: string;
  at: Date;
}>;

/**
 * Keeps the fact in the lead, with what was done; whoever looks at it is told. A customer is called by the name that an officer
 * gives.
 */
export async function writeFact(client: PoolClient, change: FactChange): Promise<void> {
  const { contactId, slot, value, before, isConfirmed, scored, actorId, at } = change;
  const fact = value === null ? null : storableJson(sealFacts({ [slot]: value }));
  await client.query(
    `UPDATE leads SET facts = CASE WHEN $3::jsonb IS NULL THEN facts - $2::text ELSE facts || $3::jsonb END,
       score = COALESCE($4::int, score), reasons = COALESCE($5::jsonb, reasons) WHERE contact_id = $1`,
    [contactId, slot, fact, scored?.score ?? null, scored ? storableJson(scored.reasons) : null],
  );
  if (slot === 'name' && value !== null && !isConfirmed) {
    await setIdentity(client, contactId, { name: String(value) });
  }
  const detail = { slot, before, after: value, isConfirmed };
  await client.query(
    `INSERT INTO lead_events (contact_id, kind, actor_id, detail, at) VALUES ($1, 'fact', $2, $3, $4)`,
    [contactId, actorId, storableJson(sealJson('lead_events.detail', detail)), at],
  );
  await client.query(`SELECT pg_notify('inbox', $1)`, [contactId]);
}
