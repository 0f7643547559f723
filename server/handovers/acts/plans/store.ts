import type { PoolClient } from 'pg';

/** What the flow had planned is over with the conversation that an officer ended; what an officer planned stands. */
export async function cancelPlansOfFlow(client: PoolClient, contactId: string): Promise<void> {
  await client.query(
    `UPDATE follow_ups SET status = 'cancelled', status_reason = 'handover.open', paused_at = NULL, lease_until = NULL,
       updated_at = now()
     WHERE contact_id = $1 AND status = 'planned' AND origin <> 'officer'`,
    [contactId],
  );
}

/** A plan that came due while an officer had the conversation does not leave the moment that they let go of it. */
export async function putPlansOff(client: PoolClient, contactId: string, nowMs: number): Promise<void> {
  await client.query(
    `UPDATE follow_ups SET due_at = GREATEST(due_at, to_timestamp($2::float8 / 1000) + interval '1 hour'), updated_at = now()
     WHERE contact_id = $1 AND status = 'planned'`,
    [contactId, nowMs],
  );
}
