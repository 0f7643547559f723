/**
 * The statements of a turn's commit. Each takes its rows as one jsonb array, so that a batch of turns costs as many round
 * trips as one. Rows of several contacts are locked in the order of their ids.
 */
export const commitSql = {
  /** Gives back the leases that are still held under the given fence; what came meanwhile keeps a contact due. */
  release: `
    WITH given AS (
      SELECT * FROM jsonb_to_recordset($1::jsonb) AS g(contact_id uuid, fence bigint, more boolean)
    ), held AS (
      SELECT q.contact_id, g.more FROM turn_queue q JOIN given g ON g.contact_id = q.contact_id AND g.fence = q.fence
      ORDER BY q.contact_id FOR UPDATE OF q
    )
    UPDATE turn_queue q SET owner = NULL, lease_until = NULL, claims = 0, failures = 0,
      due_at = CASE WHEN q.burst_began_at IS NOT NULL THEN q.due_at WHEN held.more THEN now() END
    FROM held WHERE q.contact_id = held.contact_id
    RETURNING q.contact_id`,

  /** What was waiting to be sent to contacts who have opted out never leaves. */
  cancelOutbox: `
    UPDATE outbox_entries SET status = 'cancelled', problem_code = 'contact.optedOut',
      problem_detail = 'The customer has asked not to be written to.', settled_at = now()
    WHERE contact_id = ANY($1) AND status = 'queued' AND NOT is_last_word`,

  endSessions: `
    UPDATE flow_sessions SET status = 'ended', wake_at = NULL, wait_type = NULL, wait_id = NULL, version = version + 1,
      state = state || '{"status": "ended", "wait": null}'
    WHERE id = ANY($1) AND status = 'active'`,

  /** Writes a session only over the version that was read; the caller counts the rows. */
  saveSessions: `
    INSERT INTO flow_sessions AS s (id, contact_id, flow_id, flow_version, status, state_id, wait_type, wait_id, wake_at,
      state, version, started_at, updated_at)
    SELECT id, contact_id, flow_id, flow_version, status, state_id, wait_type, wait_id, wake_at, state, version,
      started_at, updated_at
    FROM jsonb_to_recordset($1::jsonb) AS g(id uuid, contact_id uuid, flow_id text, flow_version int,
      status session_status, state_id text, wait_type text, wait_id text, wake_at timestamptz, state jsonb, version int,
      started_at timestamptz, updated_at timestamptz)
    ORDER BY contact_id
    ON CONFLICT (id) DO UPDATE SET status = excluded.status, state_id = excluded.state_id,
      wait_type = excluded.wait_type, wait_id = excluded.wait_id, wake_at = excluded.wake_at, state = excluded.state,
      version = excluded.version, updated_at = excluded.updated_at
    WHERE s.version = excluded.version - 1`,

  everyTurn: `
    WITH turn AS (
      INSERT INTO turns (id, session_id, contact_id, seq, flow_id, flow_version, state_before, state_after, input,
        understanding, events, timings, cost, at)
      SELECT id, session_id, contact_id, seq, flow_id, flow_version, state_before, state_after, input, understanding,
        events, timings, cost, at
      FROM jsonb_to_recordset($1::jsonb) AS g(id uuid, session_id uuid, contact_id uuid, seq int, flow_id text,
        flow_version int, state_before text, state_after text, input jsonb, understanding jsonb, events jsonb,
        timings jsonb, cost jsonb, at timestamptz)
    ), message AS (
      INSERT INTO messages (id, contact_id, session_id, turn_id, inbox_entry_id, direction, channel, content, text_keys,
        language, at)
      SELECT id, contact_id, session_id, turn_id, inbox_entry_id, direction, channel, content, text_keys, language, at
      FROM jsonb_to_recordset($2::jsonb) AS g(id uuid, contact_id uuid, session_id uuid, turn_id uuid,
        inbox_entry_id bigint, direction message_direction, channel channel_name, content jsonb, text_keys text[],
        language text, at timestamptz)
    ), outgoing AS (
      INSERT INTO outbox_entries (id, message_id, contact_id, turn_id, idx, channel, payload, is_prepared, is_last_word)
      SELECT id, message_id, contact_id, turn_id, idx, channel, payload, is_prepared, is_last_word
      FROM jsonb_to_recordset($3::jsonb) AS g(id uuid, message_id uuid, contact_id uuid, turn_id uuid, idx int,
        channel channel_name, payload jsonb, is_prepared boolean, is_last_word boolean)
    ), entry AS (
      UPDATE inbox_entries i SET status = g.status, reason = g.reason, turn_id = g.turn_id,
        payload = COALESCE(g.payload, i.payload)
      FROM jsonb_to_recordset($4::jsonb) AS g(id bigint, status inbox_status, reason text, turn_id uuid, payload jsonb)
      WHERE i.id = g.id
    ), contact AS (
      UPDATE contacts c SET language = g.language, last_inbound_at = GREATEST(c.last_inbound_at, g.last_inbound_at),
        opted_out_at = CASE g.opt_out WHEN 'optedOut' THEN g.at WHEN 'reopened' THEN NULL ELSE c.opted_out_at END,
        account = COALESCE(g.account, c.account), ad_entry_at = COALESCE(g.ad_entry_at, c.ad_entry_at)
      FROM jsonb_to_recordset($5::jsonb) AS g(id uuid, language text, last_inbound_at timestamptz, opt_out text,
        account text, ad_entry_at timestamptz, at timestamptz)
      WHERE c.id = g.id
    )
    INSERT INTO leads AS l (contact_id, score, reasons, interest, facts, referral, flow_id, state_id, updated_at)
    SELECT contact_id, score, reasons, interest, facts, NULLIF(referral, 'null'), flow_id, state_id, updated_at
    FROM jsonb_to_recordset($6::jsonb) AS g(contact_id uuid, score int, reasons jsonb, interest float8, facts jsonb,
      referral jsonb, flow_id text, state_id text, updated_at timestamptz)
    ORDER BY contact_id
    ON CONFLICT (contact_id) DO UPDATE SET score = excluded.score, reasons = excluded.reasons,
      interest = excluded.interest, facts = l.facts || excluded.facts,
      referral = COALESCE(l.referral, excluded.referral), flow_id = excluded.flow_id,
      state_id = excluded.state_id, updated_at = excluded.updated_at`,

  /** A transcript out of which a sensitive number was taken, as the message keeps it. */
  maskTranscripts: `
    UPDATE media_files f SET transcript = g.transcript
    FROM jsonb_to_recordset($1::jsonb) AS g(id bigint, transcript jsonb) WHERE f.inbox_entry_id = g.id`,

  cancelFollowUps: `
    UPDATE follow_ups SET status = 'cancelled', status_reason = 'contact.wrote'
    WHERE contact_id = ANY($1) AND status = 'planned'`,

  insertFollowUps: `
    INSERT INTO follow_ups (id, contact_id, session_id, turn_id, reason, summary, state_id, due_at)
    SELECT id, "contactId", "sessionId", "turnId", reason, summary, "stateId", "dueAt"
    FROM jsonb_to_recordset($1::jsonb) AS g(id uuid, "contactId" uuid, "sessionId" uuid, "turnId" uuid, reason text,
      summary text, "stateId" text, "dueAt" timestamptz)`,

  insertHandovers: `
    INSERT INTO handovers (id, contact_id, session_id, turn_id, reason, summary, state_id)
    SELECT id, "contactId", "sessionId", "turnId", reason, summary, "stateId"
    FROM jsonb_to_recordset($1::jsonb) AS g(id uuid, "contactId" uuid, "sessionId" uuid, "turnId" uuid, reason text,
      summary text, "stateId" text)`,

  insertConsents: `
    INSERT INTO consent_records (contact_id, purpose, status, notice_version, language, channel, turn_id, message_id, at)
    SELECT "contactId", purpose, status, "noticeVersion", language, channel, "turnId", "messageId", at
    FROM jsonb_to_recordset($1::jsonb) AS g("contactId" uuid, purpose text, status consent_status, "noticeVersion" text,
      language text, channel channel_name, "turnId" uuid, "messageId" text, at timestamptz)`,

  insertUploadLinks: `
    INSERT INTO upload_links (token_hash, contact_id, language, expires_at, created_at)
    SELECT "tokenHash", "contactId", language, "expiresAt", at
    FROM jsonb_to_recordset($1::jsonb) AS g("tokenHash" text, "contactId" uuid, language text, at timestamptz,
      "expiresAt" timestamptz)`,
} as const;
