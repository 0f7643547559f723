import { getPool } from '../../db/pool';

/** The session of a contact that runs, or the last one; its state is unread. */
export async function selectPlace(
  contactId: string,
): Promise<{ readonly state: unknown; readonly version: number } | undefined> {
  const { rows } = await getPool().query<{ state: unknown; version: number }>(
    `SELECT state, version FROM flow_sessions WHERE contact_id = $1
     ORDER BY (status = 'active') DESC, started_at DESC LIMIT 1`,
    [contactId],
  );
  return rows[0];
}

/** A message of a conversation, and who said it. */
export type StoredSaying = {
  readonly from: 'customer' | 'bot' | 'officer';
  readonly content: unknown;
  readonly at: Date;
};

/** The newest of them, oldest first. */
export async function selectSayings(contactId: string, most: number): Promise<readonly StoredSaying[]> {
  const { rows } = await getPool().query<StoredSaying>(
    `SELECT CASE WHEN direction = 'in' THEN 'customer' WHEN author_id IS NULL THEN 'bot' ELSE 'officer' END AS from, content, at
     FROM messages WHERE contact_id = $1 ORDER BY position DESC LIMIT $2`,
    [contactId, most],
  );
  return rows.reverse();
}

/** How the customer sounded last: of their newest message that was read. */
export async function selectTone(contactId: string): Promise<'positive' | 'neutral' | 'negative' | null> {
  const { rows } = await getPool().query<{ tone: 'positive' | 'neutral' | 'negative' }>(
    `SELECT understanding->>'sentiment' AS tone FROM turns
     WHERE contact_id = $1 AND understanding IS NOT NULL ORDER BY at DESC LIMIT 1`,
    [contactId],
  );
  return rows[0]?.tone ?? null;
}
