/** Free: claimed by nobody, or by a worker whose time is over or that has died. */
const free = (row: string, silent: string) => `(${row}.owner IS NULL OR ${row}.lease_until <= now() OR NOT EXISTS
  (SELECT 1 FROM worker_processes w WHERE w.id = ${row}.owner AND w.seen_at > now() - make_interval(secs => ${silent})))`;

/** The statements of `store.ts`. */
export const speechSql = {
  // $1 owner, $2 most, $3 lease in seconds, $4 seconds of silence. Only who has had a turn has a language of their own.
  claimNotes: `
    WITH due AS (
      SELECT f.id FROM media_files f
      WHERE f.transcript_status = 'waiting' AND f.status = 'stored' AND f.storage_key IS NOT NULL
        AND (f.not_before IS NULL OR f.not_before <= now()) AND ${free('f', '$4')}
      ORDER BY f.created_at LIMIT $2 FOR UPDATE SKIP LOCKED
    )
    UPDATE media_files f SET owner = $1, lease_until = now() + make_interval(secs => $3)
    FROM due WHERE f.id = due.id
    RETURNING f.id, f.storage_key AS "storageKey",
      (SELECT c.language FROM contacts c WHERE c.id = f.contact_id
        AND EXISTS (SELECT 1 FROM flow_sessions s WHERE s.contact_id = c.id)) AS language,
      (extract(epoch FROM now() - COALESCE(f.stored_at, f.created_at)) * 1000)::float8 AS "ageMs"`,

  // A contact whose turn is just being taken becomes due again after it, which \`burst_began_at\` says.
  recordNote: `
    WITH recorded AS (
      UPDATE media_files SET owner = NULL, lease_until = NULL, transcript_status = $3::transcript_status,
        transcript = $4::jsonb, problem_code = $5, not_before = now() + make_interval(secs => $6::float8 / 1000)
      WHERE id = $1 AND owner = $2 AND transcript_status = 'waiting'
      RETURNING contact_id, transcript_status
    )
    INSERT INTO turn_queue AS q (contact_id, due_at, burst_began_at)
    SELECT contact_id, now(), now() FROM recorded WHERE transcript_status <> 'waiting'
    ON CONFLICT (contact_id) DO UPDATE SET
      burst_began_at = COALESCE(q.burst_began_at, now()),
      due_at = CASE WHEN q.burst_began_at IS NOT NULL OR (q.failures > 0 AND q.due_at > now()) THEN q.due_at
        ELSE LEAST(q.due_at, now()) END
    RETURNING q.contact_id`,

  // $1 owner, $2 most, $3 channels, $4 lease in seconds, $5 seconds of silence.
  claimUnprepared: `
    WITH waiting AS (
      SELECT o.id FROM outbox_entries o
      WHERE o.status = 'queued' AND NOT o.is_prepared AND o.channel::text = ANY($3)
        AND (o.not_before IS NULL OR o.not_before <= now()) AND ${free('o', '$5')}
      ORDER BY o.position LIMIT $2 FOR UPDATE OF o SKIP LOCKED
    )
    UPDATE outbox_entries o SET owner = $1, lease_until = now() + make_interval(secs => $4)
    FROM waiting JOIN outbox_entries w ON w.id = waiting.id JOIN contacts c ON c.id = w.contact_id
    WHERE o.id = waiting.id
    RETURNING o.id, o.channel, COALESCE(o.account, c.account) AS account, o.payload,
      (extract(epoch FROM now() - o.created_at) * 1000)::float8 AS "ageMs"`,

  cancelLate: `
    WITH late AS (
      SELECT id FROM outbox_entries
      WHERE status = 'queued' AND NOT is_prepared AND payload->>'type' = 'speech'
        AND created_at <= now() - make_interval(secs => $1::float8 / 1000)
      ORDER BY id FOR UPDATE SKIP LOCKED
    )
    UPDATE outbox_entries o SET status = 'cancelled', owner = NULL, lease_until = NULL, settled_at = now(),
      problem_code = 'speech.failed', problem_detail = 'The voice note was not ready in time; its text has been sent.'
    FROM late WHERE o.id = late.id`,

  recordPreparation: `
    UPDATE outbox_entries SET owner = NULL, lease_until = NULL, status = $3::outbox_status,
      payload = COALESCE($4::jsonb, payload), is_prepared = $4::jsonb IS NOT NULL,
      not_before = now() + make_interval(secs => $5::float8 / 1000),
      problem_code = $6, problem_detail = $7, settled_at = CASE WHEN $3 <> 'queued' THEN now() END
    WHERE id = $1 AND owner = $2 AND status = 'queued' AND NOT is_prepared
    RETURNING id`,

  next: `
    SELECT (extract(epoch FROM min(at) - now()) * 1000)::float8 AS ms FROM (
      SELECT not_before AS at FROM media_files
      WHERE transcript_status = 'waiting' AND status = 'stored' AND not_before > now()
      UNION ALL
      SELECT not_before FROM outbox_entries WHERE status = 'queued' AND NOT is_prepared AND not_before > now()
    ) put_off`,

  findChannelFile: `
    SELECT fields FROM channel_files
    WHERE channel = $1 AND account = $2 AND sha256 = $3 AND mime_type = $4 AND expires_at > now() + interval '1 hour'`,

  keepChannelFile: `
    INSERT INTO channel_files (channel, account, sha256, mime_type, fields, expires_at) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (channel, account, sha256, mime_type) DO UPDATE SET fields = excluded.fields, expires_at = excluded.expires_at`,

  readFileToSend: `
    SELECT status, storage_key AS "storageKey", mime_type AS "mimeType", filename, sha256 FROM media_files WHERE id = $1`,
} as const;
