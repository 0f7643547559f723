import { getPool } from '../../db/pool';
import { type LeadQuestion, leadWhere } from '../filter/lead-where';
import { parameters } from '../filter/parameters';
import { type LeadStage, leadStage } from '../lead-stage';
import type { LeadPlace } from '../list/store';

/** What one stage adds up to. */
export type StageSum = Readonly<{ stage: LeadStage; count: number; sumLoanInr: string; medianAt: Date }>;

/** How many leads are in each stage, what they want to borrow, and since when the middle one of them is there. */
export async function sumStages(question: LeadQuestion): Promise<readonly StageSum[]> {
  const given = parameters();
  const { joins, condition } = leadWhere(question, given);
  // An index has them in this order, so that they need not be sorted, as percentile_disc would.
  const { rows } = await getPool().query<StageSum>(
    `SELECT l.stage, count(*)::int AS count, COALESCE(sum(l.loan_amount), 0)::text AS "sumLoanInr",
       (array_agg(l.stage_at ORDER BY l.stage_at))[(count(*) + 1) / 2] AS "medianAt"
     FROM leads l ${joins} WHERE ${condition} GROUP BY l.stage`,
    [...given.values],
  );
  return rows;
}

export type StagePlace = LeadPlace & { readonly stage: LeadStage };

/** The best leads of each stage, at most `limit` of one: by its index, which is fast where most leads are meant. */
export async function selectBest(question: LeadQuestion, limit: number): Promise<readonly StagePlace[]> {
  const given = parameters();
  const { joins, condition } = leadWhere(question, given);
  const { rows } = await getPool().query<StagePlace>(
    `SELECT s.stage, best."contactId", best.key FROM unnest(${given.add(leadStage.options)}::text[]) AS s(stage)
     CROSS JOIN LATERAL (SELECT l.contact_id AS "contactId", l.score AS key FROM leads l ${joins}
       WHERE l.stage = s.stage AND ${condition} ORDER BY l.score DESC, l.contact_id DESC LIMIT ${given.add(limit)}) best`,
    [...given.values],
  );
  return rows;
}

/** The same where few leads are meant: all of them are read once. */
export async function selectBestOfFew(question: LeadQuestion, limit: number): Promise<readonly StagePlace[]> {
  const given = parameters();
  const { joins, condition } = leadWhere(question, given);
  const { rows } = await getPool().query<StagePlace>(
    `SELECT stage, "contactId", key FROM (
       SELECT l.stage, l.contact_id AS "contactId", l.score AS key,
         row_number() OVER (PARTITION BY l.stage ORDER BY l.score DESC, l.contact_id DESC) AS rank
       FROM leads l ${joins} WHERE ${condition}) ranked WHERE rank <= ${given.add(limit)} ORDER BY stage, rank`,
    [...given.values],
  );
  return rows;
}
