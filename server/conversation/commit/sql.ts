import { UNDERSTOOD_EVENTS, UNSURE_BELOW } from '../unsure';

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

  /** A lead's stage follows the flow; where the flow has stayed, an officer's own move of it stands. */
  everyTurn: `
    WITH turn AS (
      INSERT INTO turns (id, session_id, contact_id, seq, flow_id, flow_version, state_before, state_after, input,
        understanding, events, timings, cost, wording, at)
      SELECT id, session_id, contact_id, seq, flow_id, flow_version, state_before, state_after, input, understanding,
        events, timings, cost, wording, at
      FROM jsonb_to_recordset($1::jsonb) AS g(id uuid, session_id uuid, contact_id uuid, seq int, flow_id text,
        flow_version int, state_before text, state_after text, input jsonb, understanding jsonb, events jsonb,
        timings jsonb, cost jsonb, wording text, at timestamptz)
    ), message AS (
      INSERT INTO messages (id, contact_id, session_id, turn_id, inbox_entry_id, direction, channel, content, tokens,
        text_keys, language, at)
      SELECT id, contact_id, session_id, turn_id, inbox_entry_id, direction, channel, content, tokens, text_keys, language,
        at
      FROM jsonb_to_recordset($2::jsonb) AS g(id uuid, contact_id uuid, session_id uuid, turn_id uuid,
        inbox_entry_id bigint, direction message_direction, channel channel_name, content jsonb, tokens int[],
        text_keys text[], language text, at timestamptz)
    ), outgoing AS (
      INSERT INTO outbox_entries (id, message_id, contact_id, turn_id, idx, channel, payload, is_prepared, is_last_word, leave_before)
      SELECT id, message_id, contact_id, turn_id, idx, channel, payload, is_prepared, is_last_word, leave_before
      FROM jsonb_to_recordset($3::jsonb) AS g(id uuid, message_id uuid, contact_id uuid, turn_id uuid, idx int,
        channel channel_name, payload jsonb, is_prepared boolean, is_last_word boolean, leave_before timestamptz)
    ), entry AS (
      UPDATE inbox_entries i SET status = g.status, reason = g.reason, turn_id = g.turn_id,
        payload = COALESCE(g.payload, i.payload)
      FROM jsonb_to_recordset($4::jsonb) AS g(id bigint, status inbox_status, reason text, turn_id uuid, payload jsonb)
      WHERE i.id = g.id
    ), contact AS (
      UPDATE contacts c SET language = g.language, last_inbound_at = GREATEST(c.last_inbound_at, g.last_inbound_at),
        opted_out_at = CASE g.opt_out WHEN 'optedOut' THEN g.at WHEN 'reopened' THEN NULL ELSE c.opted_out_at END,
        account = COALESCE(g.account, c.account), ad_entry_at = COALESCE(g.ad_entry_at, c.ad_entry_at),
        entry = CASE WHEN c.entry->>'outboxId' = g.answered_outbox_id THEN NULL ELSE c.entry END,
        reply_hours = CASE WHEN g.reply_hour IS NULL THEN c.reply_hours ELSE ARRAY(
          SELECT COALESCE(c.reply_hours[hour + 1], 0) + (hour = g.reply_hour)::int
          FROM generate_series(0, 23) AS hour ORDER BY hour) END
      FROM jsonb_to_recordset($5::jsonb) AS g(id uuid, language text, last_inbound_at timestamptz, opt_out text,
        account text, ad_entry_at timestamptz, reply_hour int, answered_outbox_id text, at timestamptz)
      WHERE c.id = g.id
    )
    INSERT INTO leads AS l (contact_id, score, reasons, interest, facts, referral, flow_id, state_id, stage, stage_at,
      source, updated_at)
    SELECT contact_id, score, reasons, interest, facts, NULLIF(referral, 'null'), flow_id, state_id,
      COALESCE(stage, (SELECT o.stage FROM leads o WHERE o.contact_id = g.contact_id), 'initial'), updated_at, source,
      updated_at
    FROM jsonb_to_recordset($6::jsonb) AS g(contact_id uuid, score int, reasons jsonb, interest float8, facts jsonb,
      referral jsonb, flow_id text, state_id text, stage text, source text, updated_at timestamptz)
    ORDER BY contact_id
    ON CONFLICT (contact_id) DO UPDATE SET score = excluded.score, reasons = excluded.reasons,
      interest = excluded.interest, facts = l.facts || excluded.facts,
      referral = COALESCE(l.referral, excluded.referral), flow_id = excluded.flow_id,
      state_id = excluded.state_id, updated_at = excluded.updated_at,
      stage = CASE WHEN excluded.stage = l.state_id THEN l.stage ELSE excluded.stage END,
      stage_at = CASE WHEN excluded.stage IN (l.state_id, l.stage) THEN l.stage_at ELSE excluded.stage_at END,
      stage_by = CASE WHEN excluded.stage IN (l.state_id, l.stage) THEN l.stage_by END`,

  /** A transcript out of which a sensitive number was taken, as the message keeps it. */
  maskTranscripts: `
    UPDATE media_files f SET transcript = g.transcript
    FROM jsonb_to_recordset($1::jsonb) AS g(id bigint, transcript jsonb) WHERE f.inbox_entry_id = g.id`,

  /** Only what may have arrived can be answered: accepted, or in doubt, before the customer wrote. */
  markAnswered: `
    WITH given AS (
      SELECT * FROM jsonb_to_recordset($1::jsonb) AS g(contact_id uuid, at timestamptz)
    ), follow_up AS (
      UPDATE follow_ups f SET status = 'answered', answered_at = given.at, sent_at = COALESCE(f.sent_at, o.settled_at),
        updated_at = now()
      FROM given, outbox_entries o
      WHERE f.contact_id = given.contact_id AND f.status IN ('queued', 'sent') AND o.id = f.outbox_id
        AND o.status IN ('accepted', 'unknown') AND o.settled_at > given.at - interval '7 days'
    )
    UPDATE campaign_recipients r SET replied_at = given.at,
      history = r.history || jsonb_build_object('at', given.at, 'what', 'replied')
    FROM given, outbox_entries o
    WHERE r.contact_id = given.contact_id AND r.replied_at IS NULL AND o.id = r.outbox_id
      AND o.status IN ('accepted', 'unknown') AND o.settled_at > given.at - interval '7 days'`,

  /** Takes plans off the calendar, also one whose message waits in the outbox; gives back those that were only planned. */
  cancelFollowUps: `
    WITH given AS (
      SELECT * FROM unnest($1::uuid[], $2::text[]) AS g(contact_id, reason)
    ), stopped AS (
      UPDATE outbox_entries o SET status = 'cancelled', problem_code = given.reason,
        problem_detail = 'The customer wrote before it left.', settled_at = now()
      FROM given, follow_ups f
      WHERE f.contact_id = given.contact_id AND f.status = 'queued' AND o.id = f.outbox_id AND o.status = 'queued'
      RETURNING o.id
    )
    UPDATE follow_ups f SET status = 'cancelled', status_reason = given.reason, updated_at = now()
    FROM given
    WHERE f.contact_id = given.contact_id
      AND (f.status = 'planned' OR f.status = 'queued' AND f.outbox_id IN (SELECT id FROM stopped))
    RETURNING f.id, f.contact_id AS "contactId", f.reason, f.summary, f.origin, f.author, f.author_id AS "authorId", f.text,
      (extract(epoch FROM COALESCE(f.wanted_at, f.due_at)) * 1000)::float8 AS "wantedMs",
      f.steps->0->>'code' IN ('time.rule', 'time.kept') AS "isAgain", f.outbox_id IS NULL AS "isPlanned"`,

  /** What is planned again after each message is one row, which comes back. */
  insertFollowUps: `
    INSERT INTO follow_ups AS f (id, contact_id, session_id, turn_id, reason, summary, state_id, wanted_at, due_at, steps,
      origin, author, author_id, text)
    SELECT id, "contactId", "sessionId", "turnId", reason, summary, "stateId", "wantedAt", "dueAt", steps, origin, author,
      "authorId", text
    FROM jsonb_to_recordset($1::jsonb) AS g(id uuid, "contactId" uuid, "sessionId" uuid, "turnId" uuid, reason text,
      summary text, "stateId" text, "wantedAt" timestamptz, "dueAt" timestamptz, steps jsonb, origin text, author text,
      "authorId" text, text text)
    ON CONFLICT (id) DO UPDATE SET status = 'planned', status_reason = NULL, session_id = excluded.session_id,
      turn_id = excluded.turn_id, reason = excluded.reason, state_id = excluded.state_id, wanted_at = excluded.wanted_at,
      due_at = excluded.due_at, steps = excluded.steps, updated_at = now()
    WHERE f.status = 'cancelled'`,

  /** One that is asked for since a turn was not understood is made if the one before was not either. */
  insertHandovers: `
    INSERT INTO handovers (id, contact_id, session_id, turn_id, asked_by, reason, summary, state_id, promised_at)
    SELECT id, "contactId", "sessionId", "turnId", "askedBy", reason, summary, "stateId", "promisedAt"
    FROM jsonb_to_recordset($1::jsonb) AS g(id uuid, "contactId" uuid, "sessionId" uuid, "turnId" uuid, "askedBy" text,
      reason text, summary text, "stateId" text, "promisedAt" timestamptz)
    WHERE "askedBy" <> 'unsure' OR EXISTS (
      SELECT 1 FROM (SELECT understanding, events FROM turns t WHERE t.session_id = "sessionId" AND t.id <> "turnId"
        AND t.understanding IS NOT NULL ORDER BY t.seq DESC LIMIT 1) before
      WHERE (before.understanding->>'confidence')::float8 < ${UNSURE_BELOW}
        AND NOT jsonb_path_exists(before.events, '$[*].type ? (${UNDERSTOOD_EVENTS.map((type) => `@ == "${type}"`).join(' || ')})'))
    ON CONFLICT (contact_id) WHERE status IN ('requested', 'taken') DO NOTHING`,

  /** A time that was named after the call was promised; who has been taken over meanwhile settles it with the officer. */
  movePromises: `
    UPDATE handovers h SET promised_at = g."promisedAt"
    FROM jsonb_to_recordset($1::jsonb) AS g("contactId" uuid, "promisedAt" timestamptz)
    WHERE h.contact_id = g."contactId" AND h.status = 'requested'`,

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
