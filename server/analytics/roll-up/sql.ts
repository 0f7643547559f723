import { bucketSql } from '../days/buckets';
import { zone } from '../filter/analytics-filter';
import { asksModel, reasonOfTurn } from '../reading/sql';

const dims = 'flow_id, flow_version, language, source, campaign_id';
const day = (at: string): string => `(${at} AT TIME ZONE '${zone}')::date`;

// What somebody is counted under is settled when their session is first seen and stays, so that a funnel by language compares
// like with like.
const turns = `
  turn AS MATERIALIZED (
    SELECT t.id, t.session_id, t.contact_id, t.flow_id, t.flow_version, t.position, t.at, t.state_after, t.events, t.wording,
      t.understanding, t.understanding->>'intent' AS intent,
      ${reasonOfTurn} AS reason, ${asksModel} AS asks_model,
      COALESCE((t.cost->>'llmInr')::float8, 0) AS inr, s.started_at,
      (SELECT COALESCE(sum(part.value::float8), 0) FROM jsonb_each_text(t.timings) part) AS took,
      COALESCE(first.language, c.language) AS language,
      COALESCE(first.source, l.source, CASE WHEN c.channel = 'simulator' THEN 'simulator' ELSE 'message' END) AS source,
      COALESCE(first.campaign_id, sent.campaign_id::text, '') AS campaign_id
    FROM turns t JOIN flow_sessions s ON s.id = t.session_id JOIN contacts c ON c.id = t.contact_id
    LEFT JOIN leads l ON l.contact_id = t.contact_id
    LEFT JOIN LATERAL (SELECT m.language, m.source, m.campaign_id FROM analytics_marks m
      WHERE m.subject_id = t.session_id AND m.measure = 'session' LIMIT 1) first ON true
    LEFT JOIN LATERAL (SELECT r.campaign_id FROM campaign_recipients r WHERE first.language IS NULL
      AND r.contact_id = t.contact_id AND r.replied_at > s.started_at - interval '7 days'
      ORDER BY r.replied_at DESC LIMIT 1) sent ON true
    WHERE t.position > $1 AND t.position <= $2
  ), event AS MATERIALIZED (
    SELECT turn.id, turn.session_id, turn.contact_id, turn.position, turn.at, turn.started_at, turn.flow_id, turn.flow_version,
      turn.language, turn.source, turn.campaign_id, turn.events, e.event, e.event->>'type' AS type
    FROM turn CROSS JOIN LATERAL jsonb_array_elements(turn.events) AS e(event)
    WHERE e.event->>'type' IN ('state.entered', 'transition.taken', 'handover.requested', 'question.answered',
      'draft.refused')
  )`;

const ofSession = `session_id, contact_id, position, started_at AS at`;
const ofTurn = `session_id, contact_id, position, at`;

// An outcome that the author drew for the question is an answer too, and so is a rule that leads elsewhere. What authors say to
// all that is none of our business is no answer; a model may have given one, or a rule for such words alone.
const isOwn = `NOT (event->>'intent' = 'out_of_scope' AND event->>'by' = 'author'
  AND NOT events @> '[{"type":"rule.matched","isNarrow":true}]')`;
const isAnswered = `(EXISTS (SELECT FROM jsonb_array_elements(events) AS e(event)
    WHERE event->>'type' = 'question.answered' AND ${isOwn})
  OR events @> jsonb_build_array(jsonb_build_object('type', 'transition.taken', 'outcome', 'intent:' || intent))
  OR intent <> 'out_of_scope' AND (events @> '[{"type":"transition.taken","outcome":"family:asking_question"}]'
    OR events @> '[{"type":"rule.matched"},{"type":"state.entered"}]'))`;

const marks = `
  mark AS (
    SELECT session_id AS subject_id, 'session' AS measure, '' AS key, NULL AS state_id, NULL AS wording, 0::float8 AS value,
      ${ofSession}, ${dims} FROM turn
    UNION ALL SELECT session_id, 'reached', event->>'state', event->>'state', NULL, 0, ${ofSession}, ${dims}
      FROM event WHERE type = 'state.entered'
    UNION ALL SELECT session_id, 'reached', state_after, state_after, NULL, 0, ${ofSession}, ${dims} FROM turn
    UNION ALL SELECT session_id, 'movedOn', event->>'from', event->>'from', NULL, 0, ${ofSession}, ${dims}
      FROM event WHERE type = 'transition.taken' AND event->>'from' <> event->>'to'
    UNION ALL SELECT session_id, 'handedOver', '', event->>'state', NULL, 0, ${ofSession}, ${dims}
      FROM event WHERE type = 'handover.requested'
    UNION ALL SELECT session_id, 'firstReply', '', state_after, NULL, took, ${ofSession}, ${dims} FROM turn
      WHERE understanding IS NOT NULL AND events @> '[{"type":"message.said"}]'
    UNION ALL SELECT id, 'answered', event->>'intent', event->>'state', NULL, 0, ${ofTurn}, ${dims}
      FROM event WHERE type = 'question.answered' AND ${isOwn}
    UNION ALL SELECT id, 'answeredByModel', event->>'intent', event->>'state', NULL, 0, ${ofTurn}, ${dims}
      FROM event WHERE type = 'question.answered' AND event->>'by' = 'model'
    UNION ALL SELECT id, 'unanswered', intent, state_after, COALESCE(wording, ''), 0, ${ofTurn}, ${dims}
      FROM turn WHERE (intent LIKE 'ask\\_%' OR intent = 'out_of_scope') AND NOT ${isAnswered}
    UNION ALL SELECT id, 'review', 'refused', event->>'state', NULL, 0, ${ofTurn}, ${dims}
      FROM event WHERE type = 'draft.refused'
    UNION ALL SELECT id, 'review', 'disagreement', state_after, NULL, 0, ${ofTurn}, ${dims}
      FROM turn WHERE understanding#>>'{other,intent}' <> intent
  ), fresh AS (
    INSERT INTO analytics_marks (subject_id, measure, key, state_id, wording, value, session_id, contact_id, at, ${dims})
    SELECT subject_id, measure, key, state_id, wording, value, session_id, contact_id, at, ${dims}
    FROM mark ORDER BY position
    ON CONFLICT DO NOTHING
    RETURNING *
  )`;

const addUp = `
  ON CONFLICT (measure, day, key, ${dims}) DO UPDATE SET count = d.count + excluded.count, sum = d.sum + excluded.sum`;

/** Marks and counts the turns whose positions are above $1, up to $2. To be run once for each. */
export const countTurnsSql = `
  WITH ${turns}, ${marks}, counted AS (
    SELECT measure, at, CASE measure WHEN 'firstReply' THEN ${bucketSql('value')} ELSE key END AS key, value, ${dims}
    FROM fresh
    UNION ALL SELECT 'read', at, reason, inr, ${dims} FROM turn WHERE understanding IS NOT NULL
    UNION ALL SELECT 'asked', at, '', 0, ${dims} FROM turn WHERE understanding IS NOT NULL AND asks_model
  )
  INSERT INTO analytics_days AS d (measure, day, key, ${dims}, count, sum)
  SELECT measure, ${day('at')}, key, ${dims}, count(*), sum(value) FROM counted
  GROUP BY 1, 2, 3, ${dims} ${addUp}`;

/** The same for the calls of models, which belong to no flow. */
export const countCallsSql = `
  WITH call AS (
    SELECT at, outcome, cost_inr::float8 AS inr, prompt_tokens + completion_tokens AS tokens, milliseconds
    FROM model_calls WHERE id > $1 AND id <= $2
  ), counted AS (
    SELECT 'call' AS measure, at, outcome AS key, inr AS value FROM call
    UNION ALL SELECT 'callTokens', at, '', tokens FROM call
    UNION ALL SELECT 'callMs', at, ${bucketSql('milliseconds')}, milliseconds FROM call
  )
  INSERT INTO analytics_days AS d (measure, day, key, ${dims}, count, sum)
  SELECT measure, ${day('at')}, key, '', 0, '', '', '', count(*), sum(value) FROM counted GROUP BY 1, 2, 3 ${addUp}`;
