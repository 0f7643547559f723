/** The statements that make many leads of a few: `bench_people` says who they are, everything else is copied from the models. */
export const fillSql = {
  /** $1 how many; $2 languages; $3 the model's contact of each language; $4 names, by language; $5 cities. */
  people: `
    CREATE UNLOGGED TABLE bench_people AS
    SELECT n, overlay(overlay(md5('contact' || n) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid AS contact_id,
       md5('session' || n)::uuid AS session_id,
      ($3::uuid[])[1 + n % 5] AS model_id, ($2::text[])[1 + n % 5] AS language,
      $4::jsonb->(n % 5)->>(n / 5 % jsonb_array_length($4::jsonb->(n % 5))) || ' ' || n AS name,
      ($5::text[])[1 + (n * 7919) % cardinality($5::text[])] AS city,
      now() - make_interval(mins => 5 + (n * 104729::bigint % 129600)::int) AS at,
      500000 * (1 + (n * 31::bigint) % 100) AS amount, (n * 37::bigint) % 101 AS score,
      (ARRAY['initial', 'introduction', 'qualifying', 'property_details', 'loan_details', 'objection_handling', 'closing',
        'follow_up_scheduling', 'completed', 'not_interested'])[1 + (n * 13::bigint) % 10] AS stage
    FROM generate_series(1, $1::int) AS n`,

  peopleKey: 'ALTER TABLE bench_people ADD PRIMARY KEY (n)',

  /** $3 who each of them is: number, name and tokens, as they are kept. */
  contacts: `
    INSERT INTO contacts (id, channel, phone, phone_hash, name, tokens, language, timezone, last_inbound_at, tags, created_at)
    SELECT p.contact_id, 'whatsapp', g.phone, g.phone_hash, g.name, g.tokens, p.language, 'Asia/Kolkata', p.at,
      CASE WHEN n % 9 = 0 THEN ARRAY['branch'] ELSE '{}'::text[] END, p.at - interval '3 days'
    FROM bench_people p
    JOIN jsonb_to_recordset($3::jsonb) AS g(n int, phone text, phone_hash text, name text, tokens int[]) USING (n)
    WHERE n BETWEEN $1 AND $2`,

  sessions: `
    INSERT INTO flow_sessions (id, contact_id, flow_id, flow_version, status, state_id, wait_type, wait_id, wake_at, state,
      version, started_at, updated_at)
    SELECT p.session_id, p.contact_id, s.flow_id, s.flow_version, s.status, s.state_id, s.wait_type, s.wait_id, NULL,
      s.state || jsonb_build_object('id', p.session_id, 'contactId', p.contact_id), s.version, p.at - interval '1 day', p.at
    FROM bench_people p JOIN flow_sessions s ON s.contact_id = p.model_id WHERE p.n BETWEEN $1 AND $2`,

  turns: `
    INSERT INTO turns (id, session_id, contact_id, seq, flow_id, flow_version, state_before, state_after, input,
      understanding, events, timings, cost, at)
    SELECT md5('turn' || p.n || '-' || t.seq)::uuid, p.session_id, p.contact_id, t.seq, t.flow_id, t.flow_version,
      t.state_before, t.state_after, t.input, t.understanding, t.events, t.timings, t.cost,
      p.at - make_interval(mins => 20 - t.seq)
    FROM bench_people p JOIN turns t ON t.contact_id = p.model_id WHERE p.n BETWEEN $1 AND $2`,

  /** $3 how many messages each: the model's, over and over; $4 those that nobody else wrote, as they are kept. */
  messages: `
    WITH said AS (
      SELECT contact_id, direction, content, tokens, text_keys, language,
        row_number() OVER (PARTITION BY contact_id ORDER BY position) - 1 AS place, count(*) OVER (PARTITION BY contact_id) AS size
      FROM messages WHERE contact_id IN (SELECT DISTINCT model_id FROM bench_people)
    )
    INSERT INTO messages (id, contact_id, session_id, direction, channel, content, tokens, text_keys, language, at)
    SELECT md5('message' || p.n || '-' || i)::uuid, p.contact_id, p.session_id, s.direction, 'whatsapp',
      COALESCE(own.content, s.content), COALESCE(own.tokens, s.tokens), s.text_keys, s.language,
      p.at - make_interval(mins => $3::int - i)
    FROM bench_people p CROSS JOIN generate_series(1, $3::int) AS i
    JOIN said s ON s.contact_id = p.model_id AND s.place = (i - 1) % s.size
    LEFT JOIN jsonb_to_recordset($4::jsonb) AS own(n int, nth int, content jsonb, tokens int[])
      ON s.direction = 'in' AND own.n = p.n AND own.nth = i
    WHERE p.n BETWEEN $1 AND $2 ORDER BY p.n, i`,

  leads: `
    INSERT INTO leads (contact_id, score, reasons, interest, facts, flow_id, state_id, stage, stage_at, source, created_at, updated_at)
    SELECT p.contact_id, p.score, l.reasons, p.score / 100.0, l.facts || jsonb_build_object('property_location', p.city,
        'loan_amount_needed', p.amount, 'property_value', p.amount * 2), l.flow_id, l.state_id, p.stage, p.at,
      (ARRAY['message', 'ad', 'campaign', 'import'])[1 + p.n % 4], p.at - interval '3 days', p.at
    FROM bench_people p JOIN leads l ON l.contact_id = p.model_id WHERE p.n BETWEEN $1 AND $2`,

  /** One in twelve asked for a person; a quarter of these still wait. $3 the summary, as it is kept. */
  handovers: `
    INSERT INTO handovers (id, contact_id, session_id, reason, summary, state_id, status, created_at, taken_at, answered_at,
      ended_at, outcome)
    SELECT md5('handover' || n)::uuid, contact_id, session_id, 'customer.asked', $3, stage,
      CASE WHEN n % 48 = 0 THEN 'requested' ELSE 'closed' END::handover_status, at,
      CASE WHEN n % 48 > 0 THEN at + interval '9 minutes' END, CASE WHEN n % 48 > 0 THEN at + interval '11 minutes' END,
      CASE WHEN n % 48 > 0 THEN at + interval '1 hour' END,
      CASE WHEN n % 48 > 0 THEN (ARRAY['qualified', 'notEligible', 'callBack', 'notInterested'])[1 + n / 12 % 4] END
    FROM bench_people WHERE n % 12 = 0 AND n BETWEEN $1 AND $2`,

  /** $3 the summary, as it is kept. */
  followUps: `
    INSERT INTO follow_ups (id, contact_id, session_id, reason, summary, state_id, due_at, status)
    SELECT md5('followUp' || n)::uuid, contact_id, session_id, 'later', $3, stage,
      at + interval '40 days', 'planned'
    FROM bench_people WHERE n % 5 = 0 AND n BETWEEN $1 AND $2`,
} as const;

/** What is copied for each range of people, in this order. */
export const copies = ['contacts', 'sessions', 'turns', 'messages', 'leads', 'handovers', 'followUps'] as const;
