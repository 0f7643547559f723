import { type ChannelId, channelId } from '../../channels/channel';
import { leftToOfficer } from './left-to-officer';
import { sendLimits as limits } from './limits';

const contactTolerance = `interval '${(limits.contactBurst - 1) * limits.contactGapSeconds} seconds'`;
const contactGap = `interval '${limits.contactGapSeconds} seconds'`;
const catchUp = `interval '${limits.catchUpSeconds * 1000} milliseconds'`;
const ahead = 'make_interval(secs => $11::float8 / 1000)';
const holds = `e.settled_at > now() - make_interval(secs => $5::float8 / 1000)`;

/**
 * Takes what may leave, judges it, and gives each message its moment; one statement, so that nothing comes between.
 * $1 owner, $2 most, $3 channels, $4 lease ms, $5 hold ms, $6 our accounts, $7 how many further contacts may be opened a
 * conversation with (null: any number), $8 sentences by problem, $9 messages a second that come in, by account,
 * $10 how many waiting messages of a channel to look through, $11 how many milliseconds ahead to claim.
 *
 * - `number`: our accounts and what they may send. `waiting`: what waits, in order; read only as far as needed.
 * - `head`: the first of each line. It stands for the most urgent of its line: an answer is not kept behind by a campaign's
 *   message to the same contact. A line whose first is under way, unsettled, being prepared or put off gives none.
 * - `judged`: what forbids a message. `limited`: what it has to wait for. `moment`: when each of the others may leave, by
 *   the generic cell rate algorithm; `held` makes claims of other processes wait here, so that the moments follow each other.
 */
export const claimSql = `
WITH number AS MATERIALIZED (
  SELECT a.account, p.ready_at, make_interval(secs => 1 / GREATEST(
    ${limits.share} * COALESCE(n.throughput, ${limits.throughput}) - COALESCE(($9::jsonb->>a.account)::float8, 0),
    ${limits.leastShare} * COALESCE(n.throughput, ${limits.throughput}))) AS gap
  FROM unnest($6::text[]) AS a(account)
  LEFT JOIN whatsapp_numbers n ON n.phone_number_id = a.account
  LEFT JOIN send_paces p ON p.key = 'account:' || a.account
), setting AS MATERIALIZED (
  SELECT value->'closedWindow'->>'template' AS instead FROM settings WHERE key = 'outbox'
), waiting AS (
  ${channelId.options.flatMap((channel) => [freshOf(channel), ripeOf(channel)]).join('\n  UNION ALL\n  ')}
), head AS (
  SELECT h.id, w.contact_id, w.priority, w.position, w.channel,
    CASE WHEN w.channel = 'whatsapp' THEN n.account END AS account
  FROM waiting w
  CROSS JOIN LATERAL (
    SELECT e.id, e.status, e.is_prepared, e.not_before FROM outbox_entries e
    WHERE e.contact_id = w.contact_id AND e.status IN ('queued', 'dispatching', 'unknown')
      AND (e.status <> 'unknown' OR ${holds})
    ORDER BY e.position LIMIT 1) h
  JOIN contacts c ON c.id = w.contact_id
  LEFT JOIN number n ON n.account = CASE WHEN c.account = ANY($6) THEN c.account ELSE ($6::text[])[1] END
  WHERE h.status = 'queued' AND h.is_prepared AND (h.not_before IS NULL OR h.not_before <= now())
    AND (w.channel <> 'whatsapp' OR n.ready_at IS NULL OR n.ready_at <= now() + ${ahead})
  ORDER BY w.priority, w.position LIMIT $2
), judged AS MATERIALIZED (
  SELECT first.*, c.phone, c.bsuid, message.payload, limits.is_closed, message.is_template, contact_pace.ready_at AS contact_ready_at, CASE
    WHEN c.opted_out_at IS NOT NULL AND NOT o.is_last_word THEN 'contact.optedOut'
    WHEN ${leftToOfficer('o')} THEN 'officer.owns'
    WHEN o.leave_before <= now() THEN 'hours.closed'
    WHEN t.status = 'PAUSED' THEN 'template.paused'
    WHEN t.status = 'DISABLED' THEN 'template.disabled'
    WHEN t.status = 'REJECTED' THEN 'template.rejected'
    WHEN t.category = 'MARKETING' AND c.marketing_stopped_at IS NOT NULL THEN 'contact.marketingStopped'
    WHEN t.category = 'MARKETING' AND c.marketing_capped_until > now() THEN 'contact.marketingCapReached'
    WHEN NOT limits.is_closed OR message.is_template THEN NULL
    WHEN NOT EXISTS (SELECT 1 FROM setting WHERE instead IS NOT NULL) THEN 'window.closed'
    WHEN EXISTS (SELECT 1 FROM outbox_entries r WHERE r.contact_id = o.contact_id AND r.replaced IS NOT NULL
      AND r.status IN ('accepted', 'unknown') AND r.delivery <> 'failed'
      AND r.settled_at > COALESCE(c.last_inbound_at, '-infinity')) THEN 'window.closedAndTemplateWent'
    ELSE 'window.closedAndTemplateMayGo' END AS problem
  FROM (SELECT id, contact_id, channel, account, min(priority) AS priority, min(position) AS position
    FROM head GROUP BY id, contact_id, channel, account) first
  JOIN outbox_entries o ON o.id = first.id
  JOIN contacts c ON c.id = o.contact_id
  CROSS JOIN LATERAL (SELECT o.channel = 'whatsapp'
    AND (c.last_inbound_at IS NULL OR c.last_inbound_at < now() - interval '${limits.window}') AS is_closed) limits
  CROSS JOIN LATERAL (SELECT shown.payload, shown.payload->>'type' = 'template' AS is_template FROM (
    SELECT CASE WHEN limits.is_closed THEN o.payload ELSE COALESCE(o.replaced, o.payload) END AS payload) shown) message
  LEFT JOIN templates t ON message.is_template AND t.name = message.payload->'template'->>'name'
    AND t.language = message.payload->'template'->'language'->>'code'
  LEFT JOIN send_paces contact_pace ON o.channel = 'whatsapp' AND contact_pace.key = 'contact:' || o.contact_id
), opening AS (
  SELECT j.*, j.problem IS NULL AND j.is_closed AND j.is_template AS opens,
    j.problem IS NULL AND j.is_closed AND j.is_template AND $7::int IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM outbox_entries r WHERE r.contact_id = j.contact_id AND r.opens_conversation
        AND r.settled_at > now() - interval '24 hours') AS is_further,
    j.contact_ready_at > now() + ${contactTolerance} AS is_too_fast
  FROM judged j
), limited AS MATERIALIZED (
  SELECT g.*, CASE
    WHEN g.problem IS NOT NULL THEN NULL
    WHEN g.is_too_fast THEN 'limit.contactPace'
    WHEN g.is_further AND count(*) FILTER (WHERE g.is_further AND g.is_too_fast IS NOT TRUE)
      OVER (ORDER BY g.priority, g.position) > $7::int THEN 'limit.contactsPerDay' END AS wait
  FROM opening g
), held AS MATERIALIZED (
  SELECT p.key, p.ready_at FROM send_paces p
  WHERE p.key = ANY(ARRAY(SELECT 'account:' || account FROM limited WHERE problem IS NULL AND wait IS NULL))
  ORDER BY p.key FOR UPDATE
), moment AS (
  SELECT l.id, l.account, n.gap, GREATEST(held.ready_at, now() - ${catchUp})
    + n.gap * (row_number() OVER (PARTITION BY l.account ORDER BY l.priority, l.position) - 1)::float8 AS at
  FROM limited l JOIN number n ON n.account = l.account LEFT JOIN held ON held.key = 'account:' || l.account
  WHERE l.problem IS NULL AND l.wait IS NULL
), verdict AS (
  SELECT l.*, moment.at, moment.gap FROM limited l LEFT JOIN moment ON moment.id = l.id
  WHERE moment.at IS NULL OR moment.at <= now() + ${ahead}
), taken AS (
  SELECT o.id FROM outbox_entries o WHERE o.id IN (SELECT id FROM verdict) AND o.status = 'queued'
  ORDER BY o.id FOR UPDATE OF o SKIP LOCKED
), paced AS (
  INSERT INTO send_paces AS p (key, ready_at)
  SELECT 'account:' || v.account, max(v.at) + v.gap FROM verdict v JOIN taken ON taken.id = v.id
  WHERE v.at IS NOT NULL GROUP BY v.account, v.gap
  UNION ALL
  SELECT 'contact:' || v.contact_id, GREATEST(v.contact_ready_at, now()) + ${contactGap}
  FROM verdict v JOIN taken ON taken.id = v.id WHERE v.at IS NOT NULL
  ORDER BY 1
  ON CONFLICT (key) DO UPDATE SET ready_at = excluded.ready_at
  RETURNING key, ready_at
), told AS (
  UPDATE outbox_entries o SET
    status = CASE WHEN v.wait IS NOT NULL OR v.problem = 'window.closedAndTemplateMayGo' THEN 'queued'::outbox_status
      WHEN v.problem IN ('contact.optedOut', 'officer.owns', 'contact.marketingStopped', 'hours.closed') THEN 'cancelled'
      WHEN v.problem IS NOT NULL THEN 'rejected' ELSE 'dispatching' END,
    payload = v.payload, replaced = CASE WHEN v.is_closed THEN o.replaced END,
    problem_code = CASE WHEN v.problem LIKE 'window.closed%' THEN 'window.closed' ELSE COALESCE(v.problem, v.wait) END,
    problem_detail = $8::jsonb->>COALESCE(v.problem, v.wait),
    not_before = CASE v.wait WHEN 'limit.contactPace' THEN v.contact_ready_at - ${contactTolerance}
      WHEN 'limit.contactsPerDay' THEN now() + interval '${limits.openingPauseMinutes} minutes' END,
    settled_at = CASE WHEN v.wait IS NULL AND v.problem IS DISTINCT FROM 'window.closedAndTemplateMayGo' THEN now() END,
    account = COALESCE(v.account, o.account), opens_conversation = v.opens AND v.wait IS NULL,
    attempts = o.attempts + mine.attempts, owner = mine.owner, lease_until = mine.lease_until
  FROM verdict v
  JOIN taken ON taken.id = v.id
  CROSS JOIN LATERAL (SELECT v.problem IS NULL AND v.wait IS NULL AS leaves) go
  CROSS JOIN LATERAL (SELECT go.leaves::int AS attempts, CASE WHEN go.leaves THEN $1::uuid END AS owner,
    CASE WHEN go.leaves THEN now() + make_interval(secs => $4::float8 / 1000) END AS lease_until) mine
  WHERE o.id = v.id
  RETURNING o.id, CASE WHEN o.status = 'dispatching' THEN 'leaves' WHEN v.problem = 'window.closedAndTemplateMayGo' THEN 'replace'
      ELSE 'settled' END AS verdict,
    o.contact_id, o.channel, o.account, o.payload, o.attempts, o.failures, o.created_at, v.phone, v.bsuid,
    v.is_further AND v.wait IS NULL AS is_further, GREATEST(0, extract(epoch FROM v.at - now()) * 1000)::float8 AS wait_ms
), room AS (
  SELECT min(extract(epoch FROM COALESCE(paced.ready_at, n.ready_at) - now() - ${ahead} / 2) * 1000)::float8 AS ms,
    bool_and(COALESCE(paced.ready_at, n.ready_at) > now() + ${ahead}) AS is_used_up
  FROM number n LEFT JOIN paced ON paced.key = 'account:' || n.account
)
SELECT told.id, told.verdict, told.contact_id AS "contactId", told.channel, told.account, told.payload, told.attempts,
  told.failures, told.created_at AS "createdAt", told.phone, told.bsuid, told.is_further AS "isFurther", told.wait_ms AS "waitMs",
  CASE WHEN room.is_used_up THEN room.ms END AS "roomMs"
FROM room LEFT JOIN told ON true`;

/** Nothing of a channel is looked at that is closed, or none of whose accounts may send now. */
function isOpen(channel: ChannelId): string {
  const isNamed = `'${channel}' = ANY($3::channel_name[])`;
  if (channel !== 'whatsapp') return isNamed;
  return `${isNamed} AND EXISTS (SELECT 1 FROM number WHERE ready_at IS NULL OR ready_at <= now() + ${ahead})`;
}

function freshOf(channel: ChannelId): string {
  return `(SELECT o.contact_id, o.channel, o.priority, o.position FROM outbox_entries o
   WHERE ${isOpen(channel)} AND o.channel = '${channel}' AND o.status = 'queued' AND o.is_prepared AND o.not_before IS NULL
   ORDER BY o.priority, o.position LIMIT $10)`;
}

function ripeOf(channel: ChannelId): string {
  return `(SELECT ripe.contact_id, ripe.channel, ripe.priority, ripe.position FROM generate_series(0, 2) AS p(priority)
   CROSS JOIN LATERAL (
     SELECT o.contact_id, o.channel, o.priority, o.position FROM outbox_entries o
     WHERE ${isOpen(channel)} AND o.channel = '${channel}' AND o.status = 'queued' AND o.is_prepared
       AND o.priority = p.priority AND o.not_before <= now()
     ORDER BY o.not_before LIMIT $2) ripe
   ORDER BY ripe.priority, ripe.position)`;
}
