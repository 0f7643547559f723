import type { Pool, PoolClient } from 'pg';
import { getPool } from '../../../db/pool';

/** Keeps what is planned for a contact from being sent, while an officer talks to them; what waits in the outbox leaves no more. */
export async function pauseFollowUps(contactId: string, client: Pool | PoolClient = getPool()): Promise<void> {
  await client.query(
    `WITH stopped AS (
       UPDATE outbox_entries o SET status = 'cancelled', problem_code = 'handover.open',
         problem_detail = 'An officer has taken over.', settled_at = now()
       FROM follow_ups f WHERE f.contact_id = $1 AND f.status = 'queued' AND o.id = f.outbox_id AND o.status = 'queued'
     )
     UPDATE follow_ups SET paused_at = now(), updated_at = now()
     WHERE contact_id = $1 AND status = 'planned' AND paused_at IS NULL`,
    [contactId],
  );
}

/** Lets it be sent again, when it is due. */
export async function resumeFollowUps(contactId: string, client: Pool | PoolClient = getPool()): Promise<void> {
  await client.query(
    `UPDATE follow_ups SET paused_at = NULL, updated_at = now() WHERE contact_id = $1 AND paused_at IS NOT NULL`,
    [contactId],
  );
}
