import { getPool } from '../../db/pool';

/** A message of a contact by the id under which threads show it: ours, or the channel's of one that came in. */
export async function selectContent(
  contactId: string,
  messageId: string,
): Promise<{ readonly direction: 'in' | 'out'; readonly content: unknown } | undefined> {
  const { rows } = await getPool().query<{ direction: 'in' | 'out'; content: unknown }>(
    `SELECT m.direction, CASE WHEN f.transcript IS NULL THEN m.content
       ELSE m.content || jsonb_build_object('transcript', f.transcript) END AS content
     FROM messages m LEFT JOIN inbox_entries i ON i.id = m.inbox_entry_id LEFT JOIN media_files f ON f.inbox_entry_id = i.id
     WHERE m.contact_id = $1 AND (m.id::text = $2 OR i.payload->>'messageId' = $2) LIMIT 1`,
    [contactId, messageId],
  );
  return rows[0];
}
