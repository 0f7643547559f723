import { FLOW_REPLACED } from '@/flows/scenarios/recorded-conversation';
import { getPool } from '../../db/pool';
import type { RecentSession, RecentSessionsAsked, Traffic, TrafficAsked } from './traffic';

/** The ids that one version of a flow knows: what a called subflow did is not counted as this flow's. */
export type OwnIds = { readonly states: readonly string[]; readonly transitions: readonly string[] };

/** Counts distinct sessions of one version; every figure comes from the same turns. */
export async function selectTraffic(asked: TrafficAsked, own: OwnIds): Promise<Traffic> {
  const { flowId, version, days, channel } = asked;
  const { rows } = await getPool().query<Traffic>({
    name: 'traffic.read',
    text: trafficSql,
    values: [flowId, version, days, channel, own.states, own.transitions],
  });
  return rows[0] ?? { sessions: 0, states: [], transitions: [] };
}

/** The sessions that took a transition or were in a state, those that did it last first. */
export async function selectRecentSessions(asked: RecentSessionsAsked): Promise<readonly RecentSession[]> {
  const { flowId, version, days, channel, transition, state, limit } = asked;
  const { rows } = await getPool().query<Omit<RecentSession, 'at'> & { readonly at: Date }>({
    name: 'traffic.recent',
    text: recentSql,
    values: [flowId, version, days, channel, transition ?? null, state ?? null, limit],
  });
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

// A stay lasts from entering a state until another one is entered, so that coming in again ends none. Where a session rests
// is what its last turn says. A session that went on in another version, that a timer of the flow will wake, or that was
// handed over when its version was replaced, is not lost.
const trafficSql = `
  WITH turn AS (
    SELECT t.session_id, t.seq, t.at, t.state_after, t.events
    FROM turns t JOIN contacts c ON c.id = t.contact_id
    WHERE t.flow_id = $1 AND t.flow_version = $2 AND t.at > now() - make_interval(days => $3)
      AND $4 IN ('all', c.channel::text)
  ), event AS MATERIALIZED (
    SELECT turn.session_id, turn.seq, turn.at, e.place, e.event->>'type' AS type,
      COALESCE(e.event->>'transition', e.event->>'state') AS subject
    FROM turn CROSS JOIN LATERAL jsonb_array_elements(turn.events) WITH ORDINALITY AS e(event, place)
    WHERE e.event->>'type' IN ('state.entered', 'transition.taken')
  ), entry AS (
    SELECT session_id, seq, place, at, subject AS state,
      lag(subject) OVER (PARTITION BY session_id ORDER BY seq, place) IS DISTINCT FROM subject AS is_another
    FROM event WHERE type = 'state.entered' AND subject = ANY($5)
  ), stay AS (
    SELECT state, extract(epoch FROM lead(at) OVER (PARTITION BY session_id ORDER BY seq, place) - at) AS seconds
    FROM entry WHERE is_another
  ), presence AS (
    SELECT session_id, seq, place, state, true AS is_visit FROM entry
    UNION ALL
    SELECT session_id, seq, 'infinity'::float8, state_after, false FROM turn WHERE state_after = ANY($5)
  ), rest AS (
    SELECT DISTINCT ON (session_id) session_id, state FROM presence ORDER BY session_id, seq DESC, place DESC
  ), seen AS (
    SELECT session_id, max(at) AS at FROM turn GROUP BY session_id
  ), lost AS (
    SELECT rest.state, count(*)::int AS sessions
    FROM rest JOIN seen USING (session_id) JOIN flow_sessions s ON s.id = rest.session_id
    WHERE s.flow_id = $1 AND s.flow_version = $2 AND (s.status = 'ended'
      OR s.wait_type IS DISTINCT FROM 'timer' AND seen.at < now() - interval '24 hours')
      AND NOT EXISTS (SELECT 1 FROM turns t WHERE t.session_id = s.id
        AND t.events @> '[{"type":"session.ended","reason":"${FLOW_REPLACED}"}]')
    GROUP BY rest.state
  ), state AS (
    SELECT state, count(DISTINCT session_id)::int AS sessions, count(*) FILTER (WHERE is_visit)::int AS visits
    FROM presence GROUP BY state
  ), median AS (
    SELECT state, percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS seconds FROM stay GROUP BY state
  ), transition AS (
    SELECT subject AS id, count(DISTINCT session_id)::int AS sessions, count(*)::int AS times
    FROM event WHERE type = 'transition.taken' AND subject = ANY($6) GROUP BY subject
  )
  SELECT (SELECT count(DISTINCT session_id)::int FROM turn) AS sessions,
    COALESCE((SELECT json_agg(json_build_object('state', state, 'sessions', state.sessions, 'visits', visits,
        'medianSeconds', median.seconds, 'endedHere', COALESCE(lost.sessions, 0)) ORDER BY state.sessions DESC, state)
      FROM state LEFT JOIN median USING (state) LEFT JOIN lost USING (state)), '[]') AS states,
    COALESCE((SELECT json_agg(json_build_object('transition', id, 'sessions', sessions, 'times', times)
      ORDER BY sessions DESC, id) FROM transition), '[]') AS transitions`;

const recentSql = `
  SELECT t.session_id AS "sessionId", t.contact_id AS "contactId", c.name AS "contactName", c.channel, max(t.at) AS at
  FROM turns t JOIN contacts c ON c.id = t.contact_id
  WHERE t.flow_id = $1 AND t.flow_version = $2 AND t.at > now() - make_interval(days => $3)
    AND $4 IN ('all', c.channel::text)
    AND ($5::text IS NULL OR t.events @> jsonb_build_array(jsonb_build_object('type', 'transition.taken', 'transition', $5)))
    AND ($6::text IS NULL OR t.state_after = $6
      OR t.events @> jsonb_build_array(jsonb_build_object('type', 'state.entered', 'state', $6)))
  GROUP BY t.session_id, t.contact_id, c.name, c.channel ORDER BY max(t.at) DESC LIMIT $7`;
