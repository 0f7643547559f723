import { identityColumns } from '../../contacts/identity-columns';
import { getPool } from '../../db/pool';
import { inTransaction } from '../../db/transaction';
import { storableJson } from '../../inbox/storable-json';
import type { SampleCustomer } from '../customers/sample-customer';

/** No worker takes the turns of those who are being played; after this time somebody else may. */
const HELD_SECONDS = 600;

/** Makes the contacts, with their turns held back. */
export async function insertCustomers(customers: readonly SampleCustomer[]): Promise<void> {
  const rows = customers.map(({ id, phone, userId, name, language }) => ({
    id,
    language,
    ...identityColumns({ phone, bsuid: userId, name }),
  }));
  await getPool().query(
    `WITH made AS (
       INSERT INTO contacts (id, channel, phone, phone_hash, bsuid, bsuid_hash, name, tokens, language, timezone, is_sample)
       SELECT id, 'simulator', phone, phone_hash, bsuid, bsuid_hash, name, tokens, language, 'Asia/Kolkata', true
       FROM jsonb_to_recordset($1::jsonb) AS g(id uuid, phone text, phone_hash text, bsuid text, bsuid_hash text, name text,
         tokens int[], language text) RETURNING id)
     INSERT INTO turn_queue (contact_id, lease_until) SELECT id, now() + make_interval(secs => $2) FROM made`,
    [storableJson(rows), HELD_SECONDS],
  );
}

/** Keeps others from taking the turns of these contacts, before something is put into their inbox. */
export async function holdTurns(contactIds: readonly string[]): Promise<void> {
  await getPool().query(
    `UPDATE turn_queue SET lease_until = now() + make_interval(secs => $2) WHERE contact_id = ANY($1)`,
    [contactIds, HELD_SECONDS],
  );
}

/** Takes their turns, which nobody else can then commit. Gives the fences by contact. */
export async function claimTurns(contactIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await getPool().query<{ contactId: string; fence: string }>(
    `UPDATE turn_queue SET fence = fence + 1, due_at = NULL, burst_began_at = NULL WHERE contact_id = ANY($1)
     RETURNING contact_id AS "contactId", fence`,
    [contactIds],
  );
  return new Map(rows.map(({ contactId, fence }) => [contactId, fence]));
}

/** What was just said has been read: at once, or it would count as still to be sent when somebody asks us to stop. */
export async function markSent(contactIds: readonly string[]): Promise<void> {
  await getPool().query(
    `UPDATE outbox_entries o SET status = 'accepted', delivery = 'read', external_id = COALESCE(external_id, 'sample.' || o.id),
       created_at = m.at, settled_at = m.at + interval '1 second', owner = NULL, lease_until = NULL
     FROM messages m WHERE m.id = o.message_id AND o.contact_id = ANY($1) AND o.settled_at IS DISTINCT FROM m.at + interval '1 second'`,
    [contactIds],
  );
}

/**
 * What was written down in this minute becomes as old as what was said: nothing of it is still to be done, and what was to be
 * done in the past is over.
 */
export async function backdate(customers: readonly SampleCustomer[], actorId: string, nowMs: number): Promise<void> {
  const ids = customers.map(({ id }) => id);
  for (const statement of backdating) await getPool().query(statement, [ids]);
  await getPool().query(endHandovers, [ids, actorId, nowMs]);
  await getPool().query(endFollowUps, [ids, nowMs]);
  await getPool().query(nameSources, [storableJson(customers.map(({ id, source }) => ({ id, source })))]);
}

const backdating = [
  'UPDATE inbox_entries SET received_at = occurred_at WHERE contact_id = ANY($1)',
  `UPDATE contacts c SET created_at = m.at FROM (
     SELECT contact_id, min(at) AS at FROM messages WHERE contact_id = ANY($1) GROUP BY contact_id) m WHERE c.id = m.contact_id`,
  'UPDATE leads l SET created_at = c.created_at FROM contacts c WHERE c.id = l.contact_id AND c.id = ANY($1)',
  `UPDATE handovers h SET created_at = t.at FROM turns t WHERE t.id = h.turn_id AND h.contact_id = ANY($1)`,
  `UPDATE conversations c SET asked_at = h.created_at FROM handovers h WHERE h.id = c.handover_id AND c.contact_id = ANY($1)`,
  `UPDATE follow_ups f SET created_at = t.at, updated_at = t.at FROM turns t WHERE t.id = f.turn_id AND f.contact_id = ANY($1)`,
  'UPDATE turn_queue SET lease_until = NULL, due_at = NULL, burst_began_at = NULL WHERE contact_id = ANY($1)',
];

// Those of the last two days wait or are with whoever loaded the data; the others have come to their end.
const endHandovers = `
  WITH theirs AS (
    SELECT id, created_at, to_timestamp($3::float8 / 1000) - created_at AS age, hashtext(contact_id::text) & 7 AS lot
    FROM handovers WHERE contact_id = ANY($1) AND status = 'requested'
  ), ended AS (
    UPDATE handovers h SET status = CASE WHEN age < interval '2 days' THEN 'taken' ELSE 'closed' END::handover_status,
      assignee_id = u.id, taken_at = h.created_at + interval '9 minutes', answered_at = h.created_at + interval '12 minutes',
      ended_at = CASE WHEN age >= interval '2 days' THEN h.created_at + interval '5 hours' END,
      ended_by = CASE WHEN age >= interval '2 days' THEN u.id END,
      outcome = CASE WHEN age >= interval '2 days' THEN (ARRAY['qualified', 'qualified', 'qualified', 'callBack',
        'notEligible', 'notInterested', 'qualified', 'duplicate'])[lot + 1] END
    FROM theirs LEFT JOIN users u ON u.id = $2
    WHERE h.id = theirs.id AND (age >= interval '2 days' OR lot < 3 AND u.id IS NOT NULL)
    RETURNING h.contact_id, h.outcome, h.assignee_id
  )
  UPDATE leads l SET assignee_id = ended.assignee_id, outcome = ended.outcome FROM ended WHERE l.contact_id = ended.contact_id`;

const endFollowUps = `
  UPDATE follow_ups SET status = 'cancelled', status_reason = 'window.closed'
  WHERE contact_id = ANY($1) AND status = 'planned' AND due_at <= to_timestamp($2::float8 / 1000)`;

const nameSources = `
  UPDATE leads l SET source = g.source FROM jsonb_to_recordset($1::jsonb) AS g(id uuid, source text)
  WHERE l.contact_id = g.id`;

/** The ids of the sample's contacts that are there, of all or of these. */
export async function selectSampleContacts(ids: readonly string[] | null): Promise<readonly string[]> {
  const { rows } = await getPool().query<{ id: string }>(
    'SELECT id FROM contacts WHERE is_sample AND ($1::uuid[] IS NULL OR id = ANY($1)) ORDER BY id',
    [ids],
  );
  return rows.map(({ id }) => id);
}

/** The figures are added up anew from what is there: those of the sample are in none of them any more. */
export async function forgetFigures(): Promise<void> {
  await inTransaction(async (client) => {
    for (const table of ['analytics_progress', 'analytics_marks', 'analytics_days'])
      await client.query(`DELETE FROM ${table}`);
  });
}
