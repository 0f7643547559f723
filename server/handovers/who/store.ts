import { getPool } from '../../db/pool';

/** Who has taken a contact's conversation over; null while nobody has. A name that is not known any more is null. */
export async function readTaker(
  contactId: string,
): Promise<{ readonly id: string; readonly name: string | null } | null> {
  const { rows } = await getPool().query<{ id: string; name: string | null }>(
    `SELECT h.assignee_id AS id, u.name FROM handovers h LEFT JOIN users u ON u.id = h.assignee_id
     WHERE h.contact_id = $1 AND h.status = 'taken'`,
    [contactId],
  );
  return rows[0] ?? null;
}
