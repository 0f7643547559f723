import { getPool } from '../../db/pool';
import type { LeadCursor, LeadSort } from '../filter/lead-filter';
import { type LeadQuestion, leadWhere, nextActions, withoutNextAction } from '../filter/lead-where';
import { parameters } from '../filter/parameters';
import type { LeadCount } from '../lead-view';
import { leadColumns, leadTables, type StoredLead } from './stored-lead';

const MOST_COUNTED = 10_000;

/** The place of a lead in a sorted list. */
export type LeadPlace = { readonly contactId: string; readonly key: string | number | null };

/** The next leads of a sorted list, those without what it is sorted by last. */
export async function selectPlaces(
  question: LeadQuestion,
  sort: LeadSort,
  after: LeadCursor | null,
  limit: number,
): Promise<readonly LeadPlace[]> {
  const { isOptional } = keys[sort.by];
  const known = after?.key === null ? [] : await selectKnown(question, sort, after, limit);
  if (!isOptional || known.length === limit) return known;
  const from = after?.key === null ? after : null;
  return [...known, ...(await selectUnknown(question, sort, from, limit - known.length))];
}

/** Leads by their ids, in the order of these. */
export async function selectLeads(ids: readonly string[]): Promise<readonly StoredLead[]> {
  const { rows } = await getPool().query<StoredLead>(
    `SELECT ${leadColumns} FROM unnest($1::uuid[]) WITH ORDINALITY AS given(id, place)
     JOIN ${leadTables.replace('leads l', 'leads l ON l.contact_id = given.id')} ORDER BY given.place`,
    [ids],
  );
  return rows;
}

/** How many leads are meant, counted up to 10,000. */
export async function countLeads(question: LeadQuestion): Promise<LeadCount> {
  const given = parameters();
  const { joins, condition } = leadWhere(question, given);
  const { rows } = await getPool().query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT FROM leads l ${joins} WHERE ${condition} LIMIT ${MOST_COUNTED + 1}) counted`,
    [...given.values],
  );
  const count = rows[0]?.count ?? 0;
  return { count: Math.min(count, MOST_COUNTED), isMore: count > MOST_COUNTED };
}

/** `from`: where the leads with such a value are read, each of them in one of the sources. */
type Key = Readonly<{ column: string; from: readonly string[]; isOptional: boolean; type: string }>;

const keys: Readonly<Record<LeadSort['by'], Key>> = {
  score: { column: 'l.score', from: ['leads l'], isOptional: false, type: 'int' },
  updated: { column: 'l.updated_at', from: ['leads l'], isOptional: false, type: 'timestamptz' },
  created: { column: 'l.created_at', from: ['leads l'], isOptional: false, type: 'timestamptz' },
  loanAmount: { column: 'l.loan_amount', from: ['leads l'], isOptional: true, type: 'numeric' },
  nextAction: {
    column: 'next.at',
    from: nextActions.map((next) => `${next} next JOIN leads l ON l.contact_id = next.contact_id`),
    isOptional: true,
    type: 'timestamptz',
  },
};

async function selectKnown(
  question: LeadQuestion,
  { by, order }: LeadSort,
  after: LeadCursor | null,
  limit: number,
): Promise<readonly LeadPlace[]> {
  const { column, from, type } = keys[by];
  const given = parameters();
  const { joins, condition } = leadWhere(question, given);
  const { sign, direction } = ways[order];
  const later = after
    ? `AND (${column}, l.contact_id) ${sign} (${given.add(after.key)}::${type}, ${given.add(after.contactId)}::uuid)`
    : '';
  const most = given.add(limit);
  const selects = from.map(
    (source) => `(SELECT l.contact_id AS "contactId", ${column} AS key FROM ${source} ${joins}
      WHERE ${condition} AND ${column} IS NOT NULL ${later}
      ORDER BY ${column} ${direction}, l.contact_id ${direction} LIMIT ${most})`,
  );
  const { rows } = await getPool().query<{ contactId: string; key: Date | string | number }>(
    `SELECT * FROM (${selects.join(' UNION ALL ')}) places
     ORDER BY key ${direction}, "contactId" ${direction} LIMIT ${most}`,
    [...given.values],
  );
  return rows.map(({ contactId, key }) => ({ contactId, key: key instanceof Date ? key.toISOString() : key }));
}

async function selectUnknown(
  question: LeadQuestion,
  { by, order }: LeadSort,
  after: LeadCursor | null,
  limit: number,
): Promise<readonly LeadPlace[]> {
  const given = parameters();
  const { joins, condition } = leadWhere(question, given);
  const { sign, direction } = ways[order];
  const missing = by === 'loanAmount' ? 'l.loan_amount IS NULL' : withoutNextAction;
  const later = after ? `AND l.contact_id ${sign} ${given.add(after.contactId)}::uuid` : '';
  const { rows } = await getPool().query<{ contactId: string }>(
    `SELECT l.contact_id AS "contactId" FROM leads l ${joins} WHERE ${condition} AND ${missing} ${later}
     ORDER BY l.contact_id ${direction} LIMIT ${given.add(limit)}`,
    [...given.values],
  );
  return rows.map(({ contactId }) => ({ contactId, key: null }));
}

const ways = {
  ascending: { sign: '>', direction: 'ASC' },
  descending: { sign: '<', direction: 'DESC' },
} as const;
