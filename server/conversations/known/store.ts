import { getPool } from '../../db/pool';

/** What is stored of a contact that words may say; the session's state and the lead's facts are unread. */
export type StoredKnown = {
  readonly name: string | null;
  readonly language: string;
  readonly timezone: string;
  readonly state: unknown;
  readonly leadFacts: unknown;
};

export async function selectKnown(contactId: string): Promise<StoredKnown | undefined> {
  const { rows } = await getPool().query<StoredKnown>(
    `SELECT c.name, c.language, c.timezone, l.facts AS "leadFacts", (SELECT state FROM flow_sessions s WHERE s.contact_id = c.id
       ORDER BY (s.status = 'active') DESC, s.started_at DESC LIMIT 1) AS state
     FROM contacts c LEFT JOIN leads l ON l.contact_id = c.id WHERE c.id = $1`,
    [contactId],
  );
  return rows[0];
}
