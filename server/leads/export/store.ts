import { recordAudit } from '../../audit/store';
import type { Actor } from '../../auth/actor';
import { getPool } from '../../db/pool';
import { type LeadQuestion, leadWhere } from '../filter/lead-where';
import { parameters } from '../filter/parameters';
import { leadColumns, leadTables, type StoredLead } from '../list/stored-lead';

/** How many leads are meant, all of them counted. */
export async function countAll(question: LeadQuestion): Promise<number> {
  const given = parameters();
  const { joins, condition } = leadWhere(question, given);
  const { rows } = await getPool().query<{ count: number }>(
    `SELECT count(*)::int AS count FROM leads l ${joins} WHERE ${condition}`,
    [...given.values],
  );
  return rows[0]?.count ?? 0;
}

/** The next leads by the ids of their contacts. */
export async function selectBatch(
  question: LeadQuestion,
  after: string,
  limit: number,
): Promise<readonly StoredLead[]> {
  const given = parameters();
  const { joins, condition } = leadWhere(question, given);
  const batch = `SELECT l.contact_id FROM leads l ${joins} WHERE ${condition} AND l.contact_id > ${given.add(after)}::uuid
    ORDER BY l.contact_id LIMIT ${given.add(limit)}`;
  const { rows } = await getPool().query<StoredLead>(
    `SELECT ${leadColumns} FROM ${leadTables} WHERE l.contact_id IN (${batch}) ORDER BY l.contact_id`,
    [...given.values],
  );
  return rows;
}

/** Written before the first byte leaves: a file that was broken off was read as well. */
export async function recordExport(actor: Actor, numbers: 'masked' | 'whole', count: number): Promise<void> {
  await recordAudit({ actor, act: 'lead.exported', subject: null, detail: { numbers, count } });
}
