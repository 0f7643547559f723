import { leftToOfficer } from './claim/left-to-officer';
import { sendLimits as limits } from './claim/limits';

/** The statements of the outbox, but the claim. Rows of several messages are locked in the order of their ids, here and in commits. */
export const outboxSql = {
  // How many further contacts may be opened a conversation with in these 24 hours; null is without limit. The limit is one of
  // all our numbers together.
  openingsLeft: `
    SELECT CASE WHEN most IS NOT NULL THEN most - (SELECT count(DISTINCT contact_id) FROM outbox_entries
      WHERE opens_conversation AND settled_at > now() - interval '24 hours')::int END AS left
    FROM (SELECT min(contacts_per_day) AS most FROM whatsapp_numbers) AS limits`,

  // Messages a second that customers have written of late, by the account that they wrote to ($1 ours; the first where it is
  // not known). Found among the newest entries: statuses are most of them.
  incoming: `
    SELECT COALESCE(payload->>'account', ($1::text[])[1]) AS account, (count(*) / 5.0)::float8 AS "perSecond"
    FROM (SELECT channel, kind, payload, received_at FROM inbox_entries ORDER BY id DESC LIMIT 3000) newest
    WHERE channel = 'whatsapp' AND kind = 'message' AND received_at > now() - interval '5 seconds'
    GROUP BY 1`,

  // Whom the messages go to, by $1 their ids; the name as WhatsApp gave it, and as they said it.
  addressees: `
    SELECT o.id AS "outboxId", c.language, c.name, l.facts->>'name' AS "saidName"
    FROM outbox_entries o JOIN contacts c ON c.id = o.contact_id LEFT JOIN leads l ON l.contact_id = c.id
    WHERE o.id = ANY($1) AND o.status = 'queued' AND o.replaced IS NULL`,

  // Unless the customer has written meanwhile: then the message goes as it is.
  settleClosed: `
    WITH given AS (
      SELECT * FROM jsonb_to_recordset($1::jsonb) AS g("outboxId" uuid, payload jsonb, detail text)
    ), held AS (
      SELECT o.id FROM outbox_entries o JOIN given g ON g."outboxId" = o.id JOIN contacts c ON c.id = o.contact_id
      WHERE o.status = 'queued' AND (c.last_inbound_at IS NULL OR c.last_inbound_at < now() - interval '${limits.window}')
      ORDER BY o.id FOR UPDATE OF o
    )
    UPDATE outbox_entries o SET payload = COALESCE(g.payload, o.payload),
      replaced = CASE WHEN g.payload IS NOT NULL THEN o.payload END,
      status = CASE WHEN g.payload IS NULL THEN 'rejected'::outbox_status ELSE o.status END,
      problem_code = 'window.closed', problem_detail = g.detail,
      settled_at = CASE WHEN g.payload IS NULL THEN now() END
    FROM given g, held WHERE o.id = g."outboxId" AND held.id = o.id`,

  // A message that waited for its moment may meet an opt-out or a take-over that was committed since it was claimed, or the end
  // of the hours in which it may leave. $1 ids, $2 owner, $3 sentences by problem.
  stopUnwanted: `
    WITH unwanted AS (
      SELECT o.id, CASE WHEN c.opted_out_at IS NOT NULL AND NOT o.is_last_word THEN 'contact.optedOut'
        WHEN ${leftToOfficer('o')} THEN 'officer.owns' ELSE 'hours.closed' END AS problem
      FROM outbox_entries o JOIN contacts c ON c.id = o.contact_id
      WHERE o.id = ANY($1) AND o.owner = $2 AND o.status = 'dispatching'
        AND (c.opted_out_at IS NOT NULL AND NOT o.is_last_word OR o.leave_before <= now() OR ${leftToOfficer('o')})
      ORDER BY o.id FOR UPDATE OF o
    )
    UPDATE outbox_entries o SET status = 'cancelled', problem_code = unwanted.problem,
      problem_detail = $3::jsonb->>unwanted.problem, settled_at = now(), owner = NULL, lease_until = NULL, opens_conversation = false
    FROM unwanted WHERE o.id = unwanted.id
    RETURNING o.id`,

  // An attempt's outcome counts only while the message waits for just that attempt. One that comes so late that the messages
  // behind may have left is not tried again: it would come after them.
  record: `
    WITH given AS (
      SELECT * FROM jsonb_to_recordset($1::jsonb) AS g(id uuid, attempts int, status outbox_status, external_id text,
        problem_code text, problem_detail text, retry_after_ms float8, failures int)
    ), held AS (
      SELECT o.id FROM outbox_entries o JOIN given g ON g.id = o.id ORDER BY o.id FOR UPDATE OF o
    ), recorded AS (
      UPDATE outbox_entries o SET external_id = COALESCE(g.external_id, o.external_id),
        status = CASE WHEN o.status = 'unknown' AND g.status = 'queued' THEN 'rejected' ELSE g.status END,
        problem_code = g.problem_code, problem_detail = g.problem_detail, settled_at = now(), lease_until = NULL, owner = NULL,
        failures = COALESCE(g.failures, o.failures),
        opens_conversation = o.opens_conversation AND g.status IN ('accepted', 'unknown'),
        not_before = now() + make_interval(secs => g.retry_after_ms / 1000)
      FROM given g, held WHERE o.id = g.id AND held.id = g.id AND o.attempts = g.attempts
        AND o.status IN ('dispatching', 'unknown')
      RETURNING o.contact_id
    )
    SELECT pg_notify('inbox', v.contact_id::text) FROM (SELECT DISTINCT contact_id FROM recorded) moved
    JOIN conversations v ON v.contact_id = moved.contact_id AND v.status IN ('requested', 'taken')`,

  // What a dead worker had claimed and surely not sent goes out again, unless a message behind it has left meanwhile: then
  // it would come too late. $1 owner, $2 the attempts that may have left.
  requeueUnsent: `
    WITH unsent AS (
      SELECT o.id FROM outbox_entries o
      WHERE o.owner = $1 AND o.status IN ('dispatching', 'unknown') AND (o.id::text || '.' || o.attempts) <> ALL($2)
        AND NOT EXISTS (SELECT 1 FROM outbox_entries l WHERE l.contact_id = o.contact_id AND l.position > o.position
          AND l.status NOT IN ('queued', 'cancelled'))
      ORDER BY o.id FOR UPDATE
    )
    UPDATE outbox_entries o SET status = 'queued', owner = NULL, lease_until = NULL, settled_at = NULL,
      problem_code = NULL, problem_detail = NULL, opens_conversation = false
    FROM unsent WHERE o.id = unsent.id`,

  markUnknown: `
    WITH left_alone AS (
      SELECT id FROM outbox_entries o WHERE status = 'dispatching' AND (lease_until <= now() OR NOT EXISTS
        (SELECT 1 FROM worker_processes w WHERE w.id = o.owner AND w.seen_at > now() - make_interval(secs => $1)))
      ORDER BY id FOR UPDATE SKIP LOCKED
    )
    UPDATE outbox_entries o SET status = 'unknown', settled_at = now(), lease_until = NULL,
      problem_code = 'send.interrupted',
      problem_detail = 'The sender stopped in the middle: the message may or may not have been sent.'
    FROM left_alone WHERE o.id = left_alone.id`,

  // A status proves that the channel took the message, whatever we believed of it. Of several statuses of one message the
  // highest counts; "failed" counts unless the message is known to have arrived, and then stays. What it costs is told more
  // than once, and kept once. Officers who look at the conversation are told (`server/conversations/live`).
  fold: `
    WITH given AS (
      SELECT id, payload->>'outboxId' AS outbox_id, subject_id, payload->>'status' AS status, payload->'error' AS error,
        payload->'pricing' AS pricing, occurred_at
      FROM inbox_entries WHERE status = 'pending' AND contact_id IS NULL AND kind = 'status'
      ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED
    ), matched AS (
      SELECT g.*, COALESCE(
        (SELECT o.id FROM outbox_entries o WHERE o.id = g.outbox_id::uuid),
        (SELECT o.id FROM outbox_entries o WHERE o.external_id = g.subject_id LIMIT 1)) AS message
      FROM given g
    ), news AS (
      SELECT message, max(subject_id) AS subject_id,
        COALESCE(max(status::delivery_rank) FILTER (WHERE status <> 'failed'), 'none') AS reached,
        bool_or(status = 'failed') AS failed, max(error->>'code') AS code, max(error->>'detail') AS detail,
        COALESCE(bool_or((error->>'needsPerson')::boolean), false) AS needs_person
      FROM matched WHERE message IS NOT NULL GROUP BY message
    ), held AS (
      SELECT o.id, o.contact_id, o.channel, o.account, o.status AS was, CASE
        WHEN o.delivery = 'failed' OR news.failed AND GREATEST(o.delivery, news.reached) <= 'sent' THEN 'failed'
        ELSE GREATEST(o.delivery, news.reached) END AS delivery
      FROM outbox_entries o JOIN news ON news.message = o.id ORDER BY o.id FOR UPDATE OF o
    ), folded AS (
      UPDATE outbox_entries o SET delivery = held.delivery, status = 'accepted',
        problem_code = CASE WHEN held.delivery = 'failed' THEN COALESCE(news.code, o.problem_code) END,
        problem_detail = CASE WHEN held.delivery = 'failed' THEN COALESCE(news.detail, o.problem_detail) END,
        external_id = COALESCE(o.external_id, news.subject_id), owner = NULL, lease_until = NULL,
        settled_at = CASE WHEN o.status = 'accepted' THEN o.settled_at ELSE now() END
      FROM news, held WHERE o.id = news.message AND held.id = o.id
      RETURNING o.id, held.was
    ), cost AS (
      INSERT INTO message_costs AS c (outbox_id, contact_id, account, category, type, model, at)
      SELECT held.id, held.contact_id, held.account, told.pricing->>'category', told.pricing->>'type',
        told.pricing->>'model', told.occurred_at
      FROM held JOIN (SELECT DISTINCT ON (message) message, pricing, occurred_at FROM matched
        WHERE message IS NOT NULL AND pricing IS NOT NULL ORDER BY message, pricing->>'model' IS NULL, id
      ) told ON told.message = held.id
      ORDER BY held.id
      ON CONFLICT (outbox_id) DO UPDATE SET category = excluded.category, type = excluded.type, model = excluded.model
      WHERE c.model IS NULL AND excluded.model IS NOT NULL
    ), done AS (
      UPDATE inbox_entries i SET
        status = CASE WHEN m.message IS NOT NULL THEN 'handled'::inbox_status ELSE 'parked' END
      FROM matched m WHERE i.id = m.id
    ), told AS (
      SELECT count(pg_notify('inbox', v.contact_id::text))::int AS count FROM (SELECT DISTINCT contact_id FROM held) moved
      JOIN conversations v ON v.contact_id = moved.contact_id AND v.status IN ('requested', 'taken')
    )
    SELECT (SELECT count FROM told) AS told, (SELECT count(*) FROM given)::int AS taken, (SELECT count(*) FROM folded WHERE was <> 'accepted')::int AS freed,
      (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', held.id, 'channel', held.channel, 'account', held.account,
        'code', news.code, 'detail', news.detail, 'needsPerson', news.needs_person)), '[]')
       FROM held JOIN news ON news.message = held.id
       WHERE held.delivery = 'failed' AND news.failed AND news.code IS NOT NULL) AS failed,
      (SELECT COALESCE(jsonb_agg(DISTINCT jsonb_build_object('channel', held.channel, 'account', held.account)), '[]')
       FROM held JOIN news ON news.message = held.id WHERE news.reached >= 'delivered') AS arrived`,

  // The customer of a message that WhatsApp refused as marketing gets no more of it for now, or not before they want it again.
  // Contacts are locked in the order of their ids. $1 outbox ids, $2 what they were refused for.
  keepFromMarketing: `
    WITH refused AS (
      SELECT DISTINCT o.contact_id, g.code FROM unnest($1::uuid[], $2::text[]) AS g(id, code)
      JOIN outbox_entries o ON o.id = g.id
    ), held AS (
      SELECT c.id FROM contacts c WHERE c.id IN (SELECT contact_id FROM refused) ORDER BY c.id FOR UPDATE
    )
    UPDATE contacts c SET
      marketing_capped_until = CASE WHEN r.is_capped THEN now() + interval '24 hours' ELSE c.marketing_capped_until END,
      marketing_stopped_at = CASE WHEN r.is_stopped THEN COALESCE(c.marketing_stopped_at, now()) ELSE c.marketing_stopped_at END
    FROM held JOIN (SELECT contact_id, bool_or(code = 'contact.marketingCapReached') AS is_capped,
      bool_or(code = 'contact.marketingStopped') AS is_stopped FROM refused GROUP BY contact_id) r ON r.contact_id = held.id
    WHERE c.id = held.id`,

  // $1 outbox ids.
  templatesOf: `
    SELECT o.id, o.payload->'template'->>'name' AS name, o.payload->'template'->'language'->>'code' AS language
    FROM outbox_entries o WHERE o.id = ANY($1) AND o.payload->>'type' = 'template'`,

  unpark: `
    UPDATE inbox_entries i SET status = 'pending' WHERE status = 'parked' AND EXISTS
      (SELECT 1 FROM outbox_entries o WHERE o.external_id = i.subject_id)`,

  dropParked: `
    UPDATE inbox_entries SET status = 'ignored', reason = 'message.notOurs'
    WHERE status = 'parked' AND received_at < now() - interval '1 hour'`,
} as const;
