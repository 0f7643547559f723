import { getPool } from '../../db/pool';

/**
 * Makes contacts due who wrote more than a minute ago, whose message is not handled, and whom no turn would be taken for: a
 * net under the inbox, which makes them due with the message itself. Says how many.
 */
export async function wakeUnanswered(most: number): Promise<number> {
  const { rowCount } = await getPool().query(
    `INSERT INTO turn_queue AS q (contact_id, due_at)
     SELECT contact_id, now() FROM (
       SELECT DISTINCT i.contact_id FROM inbox_entries i LEFT JOIN turn_queue w ON w.contact_id = i.contact_id
       WHERE i.status = 'pending' AND i.contact_id IS NOT NULL AND i.received_at < now() - interval '1 minute'
         AND w.due_at IS NULL LIMIT $1
     ) unanswered ORDER BY contact_id
     ON CONFLICT (contact_id) DO UPDATE SET due_at = now() WHERE q.due_at IS NULL`,
    [most],
  );
  return rowCount ?? 0;
}
