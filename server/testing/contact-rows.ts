import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { identityColumns } from '../contacts/identity-columns';

/** A contact as tests want one. */
export type NewContact = {
  readonly id?: string;
  readonly channel?: 'whatsapp' | 'simulator';
  readonly phone?: string | null;
  readonly bsuid?: string | null;
  readonly username?: string | null;
  readonly name?: string | null;
  readonly language?: string;
  readonly timezone?: string;
  readonly account?: string | null;
  /** When they last wrote; null: never. */
  readonly lastInboundAt?: Date | null;
};

/** Writes one straight into the tables, as the product keeps it; gives back the id. */
export async function insertContactRow(db: pg.Pool | pg.Client, contact: NewContact): Promise<string> {
  const {
    id = randomUUID(),
    channel = 'whatsapp',
    language = 'en',
    timezone = 'Asia/Kolkata',
    account = null,
  } = contact;
  const { phone, phone_hash, bsuid, bsuid_hash, username, name, tokens } = identityColumns(contact);
  await db.query(
    `INSERT INTO contacts (id, channel, phone, phone_hash, bsuid, bsuid_hash, username, name, tokens, language, timezone, account,
       last_inbound_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      id,
      channel,
      phone,
      phone_hash,
      bsuid,
      bsuid_hash,
      username,
      name,
      tokens,
      language,
      timezone,
      account,
      contact.lastInboundAt ?? null,
    ],
  );
  return id;
}

/** Gives contacts another name or number, as the product would; without an id, all of them. */
export async function changeIdentity(db: pg.Pool, changed: Pick<NewContact, 'id' | 'name' | 'phone'>): Promise<void> {
  const { id: wanted = null, ...given } = changed;
  const { rows } = await db.query<{ id: string } & Required<Pick<NewContact, 'phone' | 'bsuid' | 'username' | 'name'>>>(
    'SELECT id, phone, bsuid, username, name FROM contacts WHERE $1::uuid IS NULL OR id = $1',
    [wanted],
  );
  for (const { id, ...known } of rows) {
    const { phone, phone_hash, name, tokens } = identityColumns({ ...known, ...given });
    const values = [id, phone, phone_hash, name, tokens];
    await db.query('UPDATE contacts SET phone = $2, phone_hash = $3, name = $4, tokens = $5 WHERE id = $1', values);
  }
}
