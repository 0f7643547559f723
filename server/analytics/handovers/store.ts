import { getPool } from '../../db/pool';
import { type AnalyticsFilter, isOfContact, isWithin, valuesOf } from '../filter/analytics-filter';
import type { Handovers, OfficerFigures } from './handovers';

/** Counted at once: there are few of them, each changes for days, and times are exact. */
export async function selectHandovers(filter: AnalyticsFilter): Promise<Handovers> {
  const { rows } = await getPool().query<Handovers>({
    name: 'analytics.handovers',
    text: handoversSql,
    values: [...valuesOf(filter)],
  });
  const [row] = rows;
  if (!row) throw new Error('An aggregate gave no row.');
  return row;
}

/** By officer, who took most first; `only` leaves out all others. */
export async function selectOfficers(filter: AnalyticsFilter, only: string | null): Promise<readonly OfficerFigures[]> {
  const { rows } = await getPool().query<OfficerFigures>({
    name: 'analytics.officers',
    text: officersSql,
    values: [...valuesOf(filter), only],
  });
  return rows;
}

const asked = `
  SELECT h.id, h.asked_by, h.reason, h.outcome, h.assignee_id, h.reroutes,
    (extract(epoch FROM h.taken_at - h.created_at) * 1000)::float8 AS take_ms,
    (extract(epoch FROM h.answered_at - h.created_at) * 1000)::float8 AS answer_ms
  FROM handovers h WHERE ${isWithin('h.created_at')} AND ${isOfContact('h.contact_id')}`;

const timesOf = (column: string): string => `json_build_object(
  'p50Ms', percentile_cont(0.5) WITHIN GROUP (ORDER BY ${column}),
  'p95Ms', percentile_cont(0.95) WITHIN GROUP (ORDER BY ${column}))`;

const DAY_MS = 86_400_000;

const handoversSql = `
  WITH asked AS MATERIALIZED (${asked})
  SELECT count(*)::int AS asked, count(take_ms)::int AS taken, count(answer_ms)::int AS answered,
    count(*) FILTER (WHERE answer_ms < ${DAY_MS})::int AS "inWindow", COALESCE(sum(reroutes), 0)::int AS reroutes,
    ${timesOf('take_ms')} AS "toTake", ${timesOf('answer_ms')} AS "toAnswer",
    (SELECT COALESCE(json_agg(json_build_object('askedBy', asked_by, 'reason', reason, 'count', count)
      ORDER BY count DESC, asked_by, reason), '[]')
      FROM (SELECT asked_by, reason, count(*)::int AS count FROM asked GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 30) r) AS reasons,
    (SELECT COALESCE(json_agg(json_build_object('outcome', outcome, 'count', count) ORDER BY count DESC, outcome), '[]')
      FROM (SELECT outcome, count(*)::int AS count FROM asked WHERE outcome IS NOT NULL GROUP BY 1) o) AS outcomes
  FROM asked`;

const officersSql = `
  WITH asked AS MATERIALIZED (${asked}), by_officer AS (
    SELECT assignee_id, count(take_ms)::int AS taken, count(answer_ms)::int AS answered, ${timesOf('answer_ms')} AS times
    FROM asked WHERE assignee_id IS NOT NULL GROUP BY 1
  ), load AS (
    SELECT assignee_id, count(*)::int AS open FROM conversations WHERE status = 'taken' GROUP BY 1
  )
  SELECT u.id, u.name, COALESCE(b.taken, 0) AS taken, COALESCE(b.answered, 0) AS answered,
    COALESCE(b.times, '{"p50Ms": null, "p95Ms": null}') AS "toAnswer", COALESCE(load.open, 0) AS open, u.most_open AS "mostOpen"
  FROM users u LEFT JOIN by_officer b ON b.assignee_id = u.id LEFT JOIN load ON load.assignee_id = u.id
  WHERE ($8::text IS NULL OR u.id = $8) AND (b.taken > 0 OR u.role <> 'viewer' AND u.disabled_at IS NULL)
  ORDER BY 3 DESC, u.name, u.id LIMIT 200`;
