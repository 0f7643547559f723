import type { PoolClient } from 'pg';
import { recordAudit } from '../../audit/store';
import type { Actor } from '../../auth/actor';
import { inTransaction } from '../../db/transaction';
import { type LeadQuestion, leadWhere } from '../filter/lead-where';
import { parameters } from '../filter/parameters';
import type { LeadAct } from './lead-act';

/** An act on leads, by whom. */
export type Doing = Readonly<{ act: LeadAct; actor: Actor; nowMs: number }>;

/** How many leads were changed. */
export type Done = Readonly<{ changed: number }>;

/**
 * Does it to every lead that the question means and that it changes, with a record of each, in one transaction; undefined when
 * they are more than `most`, and nothing is done. Whoever looks at them is told.
 */
export async function actOnLeads(question: LeadQuestion, doing: Doing, most: number): Promise<Done | undefined> {
  return inTransaction(async (client) => {
    const named = await selectNamed(client, question, most + 1);
    if (named.length > most) return;
    for (const lock of locks) await client.query(lock, [named]);
    const ids = await lockLeads(client, { ...question, found: named });
    const changed = await change(client, ids, doing);
    if (changed.length > 0) {
      await client.query(`SELECT pg_notify('inbox', id::text) FROM unnest($1::uuid[]) AS changed(id)`, [changed]);
      await recordAudit(auditEntry(changed, doing), client);
    }
    return { changed: changed.length };
  });
}

async function selectNamed(client: PoolClient, question: LeadQuestion, limit: number): Promise<readonly string[]> {
  const given = parameters();
  const { joins, condition } = leadWhere(question, given);
  const { rows } = await client.query<{ id: string }>(
    `SELECT l.contact_id AS id FROM leads l ${joins} WHERE ${condition} LIMIT ${given.add(limit)}`,
    [...given.values],
  );
  return rows.map(({ id }) => id);
}

/**
 * What is held before the leads, as turns and acts on handovers do: tables in this order, rows in that of their contacts. An
 * open handover goes along with its lead.
 */
const locks = [
  'SELECT FROM turn_queue WHERE contact_id = ANY($1::uuid[]) ORDER BY contact_id FOR UPDATE',
  'SELECT FROM contacts WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE',
  `SELECT FROM handovers WHERE status IN ('requested', 'taken') AND contact_id = ANY($1::uuid[])
   ORDER BY contact_id FOR UPDATE`,
] as const;

/** Those that are still meant. */
async function lockLeads(client: PoolClient, question: LeadQuestion): Promise<readonly string[]> {
  const given = parameters();
  const { joins, condition } = leadWhere(question, given);
  const { rows } = await client.query<{ id: string }>(
    `SELECT l.contact_id AS id FROM leads l ${joins} WHERE ${condition} ORDER BY l.contact_id FOR UPDATE OF l`,
    [...given.values],
  );
  return rows.map(({ id }) => id);
}

/** Each statement writes the record of what it changes, and gives back whose. */
async function change(client: PoolClient, ids: readonly string[], doing: Doing): Promise<readonly string[]> {
  const { text, values } = statementOf(ids, doing);
  const { rows } = await client.query<{ id: string }>(text, values);
  return rows.map(({ id }) => id);
}

function statementOf(ids: readonly string[], { act, actor, nowMs }: Doing): { text: string; values: unknown[] } {
  const at = new Date(nowMs);
  switch (act.type) {
    case 'move':
      return { text: moveSql, values: [ids, actor.id, at, act.stage] };
    case 'assign':
      return { text: assignSql, values: [ids, actor.id, at, act.userId] };
    case 'tag':
      return { text: tagSql, values: [ids, actor.id, at, act.add, act.remove] };
    default:
      return act satisfies never;
  }
}

const event = `INSERT INTO lead_events (contact_id, kind, actor_id, detail, at)`;

const moveSql = `
  WITH before AS (SELECT contact_id, stage FROM leads WHERE contact_id = ANY($1::uuid[]) AND stage <> $4),
  told AS (${event} SELECT contact_id, 'stage', $2, jsonb_build_object('from', stage, 'to', $4::text), $3 FROM before)
  UPDATE leads l SET stage = $4, stage_at = $3, stage_by = $2 FROM before b WHERE b.contact_id = l.contact_id
  RETURNING l.contact_id AS id`;

/** Whoever gets a lead gets the conversation that waits for an officer, or that another one has: only they would see it. */
const assignSql = `
  WITH before AS (SELECT contact_id, assignee_id FROM leads
    WHERE contact_id = ANY($1::uuid[]) AND assignee_id IS DISTINCT FROM $4::text),
  told AS (${event} SELECT contact_id, 'assigned', $2, jsonb_build_object('from', assignee_id, 'to', $4::text), $3 FROM before),
  conversation AS (UPDATE handovers h SET assignee_id = $4, routed_at = $3 FROM before b
    WHERE h.contact_id = b.contact_id AND h.status IN ('requested', 'taken') AND $4 IS NOT NULL)
  UPDATE leads l SET assignee_id = $4 FROM before b WHERE b.contact_id = l.contact_id RETURNING l.contact_id AS id`;

const tagSql = `
  WITH before AS (SELECT id, tags, ARRAY(SELECT DISTINCT tag FROM unnest(tags || $4::text[]) tag WHERE tag <> ALL($5::text[])
      ORDER BY tag) AS wanted FROM contacts WHERE id = ANY($1::uuid[])),
  changed AS (SELECT * FROM before WHERE NOT (tags @> wanted AND wanted @> tags)),
  told AS (${event} SELECT id, 'tags', $2, jsonb_build_object(
      'added', ARRAY(SELECT unnest(wanted) EXCEPT SELECT unnest(tags)),
      'removed', ARRAY(SELECT unnest(tags) EXCEPT SELECT unnest(wanted))), $3 FROM changed)
  UPDATE contacts c SET tags = b.wanted FROM changed b WHERE b.id = c.id RETURNING c.id`;

function auditEntry(changed: readonly string[], { act, actor }: Doing) {
  const [only] = changed;
  const to = act.type === 'move' ? act.stage : act.type === 'assign' ? act.userId : null;
  const subject = changed.length === 1 && only !== undefined ? ({ type: 'contact', id: only } as const) : null;
  return { actor, act: 'lead.changed', subject, detail: { what: act.type, to, count: changed.length } } as const;
}
