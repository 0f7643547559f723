import { getPool } from '../../db/pool';

/** A contact whose turn this process may take, until the lease runs out. */
export type Claim = {
  readonly contactId: string;
  readonly fence: string;
  /** Times it was claimed since a turn was last committed, this time included: grows when processes die over it. */
  readonly claims: number;
  /** Times it has failed since then. */
  readonly failures: number;
};

/** Claims up to `most` due contacts, those that have waited longest first. No two processes get the same one. */
export async function claimDueContacts(owner: string, most: number, leaseSeconds: number): Promise<readonly Claim[]> {
  const { rows } = await getPool().query<Claim>({
    name: 'queue.claim',
    text: `WITH due AS (
       SELECT contact_id FROM turn_queue
       WHERE due_at <= now() AND (lease_until IS NULL OR lease_until <= now())
       ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED
     )
     UPDATE turn_queue q SET owner = $1, lease_until = now() + make_interval(secs => $3), fence = q.fence + 1,
       claims = q.claims + 1, burst_began_at = NULL, due_at = now() + make_interval(secs => $3)
     FROM due WHERE q.contact_id = due.contact_id
     RETURNING q.contact_id AS "contactId", q.fence, q.claims, q.failures`,
    values: [owner, most, leaseSeconds],
  });
  return rows;
}

/** Milliseconds until the next contact is due, or undefined when none will be. */
export async function msUntilNextDue(): Promise<number | undefined> {
  const { rows } = await getPool().query<{ ms: number | null }>(
    `SELECT GREATEST(0, extract(epoch FROM due_at - now()) * 1000)::float8 AS ms FROM turn_queue
     WHERE due_at IS NOT NULL AND (lease_until IS NULL OR lease_until <= now()) ORDER BY due_at LIMIT 1`,
  );
  return rows[0]?.ms ?? undefined;
}

/** Keeps leases that are still held from running out. */
export async function renewLeases(owner: string, contactIds: readonly string[], leaseSeconds: number): Promise<void> {
  await getPool().query(
    `UPDATE turn_queue q SET lease_until = now() + make_interval(secs => $3),
       due_at = CASE WHEN q.burst_began_at IS NULL THEN now() + make_interval(secs => $3) ELSE q.due_at END
     FROM (SELECT contact_id FROM turn_queue WHERE owner = $1 AND contact_id = ANY($2) ORDER BY contact_id FOR UPDATE) held
     WHERE q.contact_id = held.contact_id`,
    [owner, contactIds, leaseSeconds],
  );
}

/** Gives a contact back after a failure, to be tried again after `backOffMs`. Without effect when the lease is lost. */
export async function giveBack(claim: Claim, backOffMs: number): Promise<void> {
  await getPool().query(
    `UPDATE turn_queue SET owner = NULL, lease_until = NULL, failures = failures + 1,
       due_at = now() + make_interval(secs => $3::float8 / 1000)
     WHERE contact_id = $1 AND fence = $2`,
    [claim.contactId, claim.fence, backOffMs],
  );
}

/**
 * Ends a claim without a turn. What came meanwhile keeps the contact due, and so does `dueNow`; `dueSoon` looks again after
 * a second, or when somebody made the contact due before.
 */
export async function releaseClaim(claim: Claim, next: 'idle' | 'dueNow' | 'dueSoon'): Promise<void> {
  await getPool().query(
    `UPDATE turn_queue SET owner = NULL, lease_until = NULL, claims = 0, failures = 0,
       due_at = CASE WHEN $3 = 'dueSoon' THEN LEAST(due_at, now() + interval '1 second')
         WHEN burst_began_at IS NOT NULL THEN due_at WHEN $3 = 'dueNow' THEN now() END
     WHERE contact_id = $1 AND fence = $2`,
    [claim.contactId, claim.fence, next],
  );
}

/** Makes contacts due whose session's wait has run out. Says how many. */
export async function wakeForTimers(most: number): Promise<number> {
  const { rowCount } = await getPool().query(
    `INSERT INTO turn_queue AS q (contact_id, due_at)
     SELECT contact_id, now() FROM (
       SELECT s.contact_id FROM flow_sessions s LEFT JOIN turn_queue w ON w.contact_id = s.contact_id
       WHERE s.wake_at <= now() AND w.due_at IS NULL ORDER BY s.wake_at LIMIT $1
     ) over ORDER BY contact_id
     ON CONFLICT (contact_id) DO UPDATE SET due_at = now() WHERE q.due_at IS NULL`,
    [most],
  );
  return rowCount ?? 0;
}

/** Frees the contacts whose worker has died: the next claim may take them at once. Says how many. */
export async function freeContactsOfTheDead(silentSeconds: number): Promise<number> {
  const { rowCount } = await getPool().query(
    `WITH orphaned AS (
       SELECT contact_id FROM turn_queue q WHERE owner IS NOT NULL AND NOT EXISTS
         (SELECT 1 FROM worker_processes w WHERE w.id = q.owner AND w.seen_at > now() - make_interval(secs => $1))
       ORDER BY contact_id FOR UPDATE SKIP LOCKED
     )
     UPDATE turn_queue q SET owner = NULL, lease_until = NULL, due_at = now()
     FROM orphaned WHERE q.contact_id = orphaned.contact_id`,
    [silentSeconds],
  );
  return rowCount ?? 0;
}

/** Gives messages up after their turn has failed for good. They are kept, and shown to an officer. */
export async function markDead(entryIds: readonly string[], reason: string): Promise<void> {
  await getPool().query(
    `UPDATE inbox_entries SET status = 'dead', reason = $2 WHERE id = ANY($1::bigint[]) AND status = 'pending'`,
    [entryIds, reason],
  );
}

/** Stops the clock of a session whose timed turn has failed for good. */
export async function stopTimer(contactId: string): Promise<void> {
  await getPool().query(
    `UPDATE flow_sessions SET wake_at = NULL WHERE contact_id = $1 AND status = 'active' AND wake_at <= now()`,
    [contactId],
  );
}
