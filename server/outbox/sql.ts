/** The statements of the outbox. Rows of several messages are locked in the order of their ids, here and in commits. */
export const outboxSql = {
  // $1 owner, $2 most, $3 channels, $4 lease ms, $5 hold ms.
  // A message is the first of its line when no earlier one of the contact is open; an `unknown` one is open for a while only.
  // The 24-hour window counts from the customer's last message; a minute is left for the way (Cloud API reference).
  claim: `
    WITH first AS (
      SELECT o.id FROM outbox_entries o
      WHERE o.status = 'queued' AND (o.not_before IS NULL OR o.not_before <= now()) AND o.channel = ANY($3::channel_name[])
        AND NOT EXISTS (
          SELECT 1 FROM outbox_entries e WHERE e.contact_id = o.contact_id AND e.position < o.position
            AND e.status IN ('queued', 'dispatching', 'unknown')
            AND (e.status <> 'unknown' OR e.settled_at > now() - make_interval(secs => $5::float8 / 1000)))
      ORDER BY o.position LIMIT $2 FOR UPDATE OF o SKIP LOCKED
    ), judged AS (
      SELECT first.id, c.phone, c.bsuid, CASE
        WHEN c.opted_out_at IS NOT NULL AND NOT o.is_last_word THEN 'contact.optedOut'
        WHEN o.channel = 'whatsapp' AND o.payload->>'type' <> 'template'
          AND (c.last_inbound_at IS NULL OR c.last_inbound_at < now() - interval '23 hours 59 minutes') THEN 'window.closed'
        END AS problem
      FROM first JOIN outbox_entries o ON o.id = first.id JOIN contacts c ON c.id = o.contact_id
    )
    UPDATE outbox_entries o SET
      status = CASE judged.problem WHEN 'contact.optedOut' THEN 'cancelled'::outbox_status
        WHEN 'window.closed' THEN 'rejected' ELSE 'dispatching' END,
      problem_code = judged.problem,
      problem_detail = CASE judged.problem
        WHEN 'contact.optedOut' THEN 'The customer has asked not to be written to.'
        WHEN 'window.closed' THEN 'The customer last wrote more than 24 hours ago: only an approved template may be sent.' END,
      attempts = o.attempts + 1, owner = $1, settled_at = now(),
      lease_until = now() + make_interval(secs => $4::float8 / 1000)
    FROM judged WHERE o.id = judged.id
    RETURNING o.id, o.status, o.contact_id AS "contactId", o.channel, o.payload, o.attempts, o.created_at AS "createdAt",
      judged.phone, judged.bsuid`,

  // An attempt's outcome counts only while the message waits for just that attempt. One that comes so late that the messages
  // behind may have left is not tried again: it would come after them.
  record: `
    WITH given AS (
      SELECT * FROM jsonb_to_recordset($1::jsonb) AS g(id uuid, attempts int, status outbox_status, external_id text,
        problem_code text, problem_detail text, retry_after_ms float8)
    ), held AS (
      SELECT o.id FROM outbox_entries o JOIN given g ON g.id = o.id ORDER BY o.id FOR UPDATE OF o
    )
    UPDATE outbox_entries o SET external_id = COALESCE(g.external_id, o.external_id),
      status = CASE WHEN o.status = 'unknown' AND g.status = 'queued' THEN 'rejected' ELSE g.status END,
      problem_code = g.problem_code, problem_detail = g.problem_detail, settled_at = now(), lease_until = NULL, owner = NULL,
      not_before = now() + make_interval(secs => g.retry_after_ms / 1000)
    FROM given g, held WHERE o.id = g.id AND held.id = g.id AND o.attempts = g.attempts
      AND o.status IN ('dispatching', 'unknown')`,

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
      problem_code = NULL, problem_detail = NULL
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
  // highest counts; "failed" counts unless the message is known to have arrived, and then stays.
  fold: `
    WITH given AS (
      SELECT id, payload->>'outboxId' AS outbox_id, subject_id, kind, payload->>'status' AS status, payload->'error' AS error
      FROM inbox_entries WHERE status = 'pending' AND contact_id IS NULL ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED
    ), matched AS (
      SELECT g.id, g.status, g.error, g.subject_id, COALESCE(
        (SELECT o.id FROM outbox_entries o WHERE o.id = g.outbox_id::uuid),
        (SELECT o.id FROM outbox_entries o WHERE o.external_id = g.subject_id LIMIT 1)) AS message
      FROM given g WHERE g.kind = 'status'
    ), news AS (
      SELECT message, max(subject_id) AS subject_id,
        COALESCE(max(status::delivery_rank) FILTER (WHERE status <> 'failed'), 'none') AS reached,
        bool_or(status = 'failed') AS failed, max(error->>'code') AS code, max(error->>'detail') AS detail
      FROM matched WHERE message IS NOT NULL GROUP BY message
    ), held AS (
      SELECT o.id, o.status AS was, CASE
        WHEN o.delivery = 'failed' OR news.failed AND GREATEST(o.delivery, news.reached) <= 'sent' THEN 'failed'
        ELSE GREATEST(o.delivery, news.reached) END AS delivery
      FROM outbox_entries o JOIN news ON news.message = o.id ORDER BY o.id FOR UPDATE OF o
    ), folded AS (
      UPDATE outbox_entries o SET delivery = held.delivery, status = 'accepted',
        problem_code = CASE WHEN held.delivery = 'failed' THEN COALESCE(news.code, o.problem_code) END,
        problem_detail = CASE WHEN held.delivery = 'failed' THEN COALESCE(news.detail, o.problem_detail) END, external_id = COALESCE(o.external_id, news.subject_id), owner = NULL, lease_until = NULL,
        settled_at = CASE WHEN o.status = 'accepted' THEN o.settled_at ELSE now() END
      FROM news, held WHERE o.id = news.message AND held.id = o.id
      RETURNING o.id, held.was
    ), done AS (
      UPDATE inbox_entries i SET
        status = CASE WHEN g.kind <> 'status' OR matched.message IS NOT NULL THEN 'handled'::inbox_status ELSE 'parked' END
      FROM given g LEFT JOIN matched ON matched.id = g.id WHERE i.id = g.id
    )
    SELECT (SELECT count(*) FROM given)::int AS taken, (SELECT count(*) FROM folded WHERE was <> 'accepted')::int AS freed`,

  unpark: `
    UPDATE inbox_entries i SET status = 'pending' WHERE status = 'parked' AND EXISTS
      (SELECT 1 FROM outbox_entries o WHERE o.external_id = i.subject_id)`,

  dropParked: `
    UPDATE inbox_entries SET status = 'ignored', reason = 'message.notOurs'
    WHERE status = 'parked' AND received_at < now() - interval '1 hour'`,
} as const;
