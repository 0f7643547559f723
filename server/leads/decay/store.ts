import { getPool } from '../../db/pool';
import { storableJson } from '../../inbox/storable-json';
import type { LeadReason } from '../score-lead';

/** A lead as it is stored, with the session that it was worked out of. */
export type StoredLead = {
  readonly contactId: string;
  readonly score: number;
  readonly interest: number;
  /** When its last turn was taken. */
  readonly updatedAt: Date;
  /** The schema `session` of flows/schema. */
  readonly session: unknown;
};

/** Leads in the order of their contacts, from after `after` on. */
export async function selectLeads(after: string, most: number): Promise<readonly StoredLead[]> {
  const { rows } = await getPool().query<StoredLead>(
    `SELECT l.contact_id AS "contactId", l.score, l.interest, l.updated_at AS "updatedAt", s.state AS session
     FROM leads l JOIN LATERAL (SELECT state FROM flow_sessions s WHERE s.contact_id = l.contact_id
       ORDER BY (s.status = 'active') DESC, s.started_at DESC LIMIT 1) s ON true
     WHERE l.contact_id > $1 ORDER BY l.contact_id LIMIT $2`,
    [after, most],
  );
  return rows;
}

/** What silence has made of a lead. */
export type FadedLead = {
  readonly contactId: string;
  readonly score: number;
  readonly reasons: readonly LeadReason[];
  readonly interest: number;
  readonly updatedAt: Date;
};

/** Writes them, but for those whose contact has written meanwhile. `updated_at` stays that of the last turn. */
export async function updateLeads(leads: readonly FadedLead[]): Promise<number> {
  const { rowCount } = await getPool().query(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS g("contactId" uuid, score int, reasons jsonb, interest float8,
         "updatedAt" timestamptz)
     ), held AS (
       SELECT l.contact_id FROM leads l JOIN given g ON g."contactId" = l.contact_id AND g."updatedAt" = l.updated_at
       ORDER BY l.contact_id FOR UPDATE OF l
     )
     UPDATE leads l SET score = g.score, reasons = g.reasons, interest = g.interest
     FROM given g, held WHERE l.contact_id = g."contactId" AND held.contact_id = l.contact_id`,
    [storableJson(leads)],
  );
  return rowCount ?? 0;
}
