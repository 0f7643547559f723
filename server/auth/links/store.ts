import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { recordAudit } from '../../audit/store';
import { getPool } from '../../db/pool';
import { inTransaction } from '../../db/transaction';
import { KnownError } from '../../errors';
import { knownRole } from '../store';
import { type LinkKind, type LinkView, linkKinds } from './link';

/** A link to keep; of its token only the hash. */
export type NewLink = Readonly<{
  tokenHash: string;
  kind: LinkKind;
  email: string | null;
  name: string | null;
  role: string;
  languages: readonly string[];
  userId: string | null;
  invitedBy: string | null;
  expiresAt: Date;
}>;

/** Keeps a link in the place of earlier ones for the same: those open nothing any more. */
export async function insertLink(link: NewLink, client: PoolClient): Promise<void> {
  const { tokenHash, kind, email, name, role, languages, userId, invitedBy, expiresAt } = link;
  await client.query(
    `DELETE FROM invitations WHERE kind = $1 AND used_at IS NULL AND email IS NOT DISTINCT FROM $2 AND user_id IS NOT DISTINCT FROM $3`,
    [kind, email, userId],
  );
  await client.query(
    `INSERT INTO invitations (token_hash, kind, email, name, role, languages, user_id, invited_by, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tokenHash, kind, email, name, role, languages, userId, invitedBy, expiresAt],
  );
}

/**
 * Keeps the link of this start for the first owner, and makes earlier ones worthless. False when there is somebody already:
 * then all such links are worthless.
 */
export async function replaceSetupLink(link: NewLink): Promise<boolean> {
  return inTransaction(async (client) => {
    await client.query(`DELETE FROM invitations WHERE kind = 'setup' AND used_at IS NULL`);
    const { rowCount } = await client.query('SELECT FROM users LIMIT 1');
    if (rowCount !== 0) return false;
    await insertLink(link, client);
    return true;
  });
}

/** A link that can still be used; undefined for every other. */
export async function selectLink(tokenHash: string, now: Date): Promise<LinkView | undefined> {
  const { rows } = await getPool().query<LinkRow>(`${linkSql} FROM invitations i WHERE ${usable}`, [tokenHash, now]);
  return rows[0] && toView(rows[0]);
}

/** What a used link made: the person, with the address to sign in with. */
export type Joined = Readonly<{ id: string; email: string }>;

/** Uses a link up: makes its person, or sets its person's password and ends their sessions. Undefined for a dead link. */
export async function spendLink(
  tokenHash: string,
  answer: { readonly name: string | undefined; readonly email: string | undefined; readonly passwordHash: string },
  now: Date,
): Promise<Joined | undefined> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<LinkRow>(
      `UPDATE invitations i SET used_at = $2 WHERE ${usable} ${linkSql.replace('SELECT', 'RETURNING')}`,
      [tokenHash, now],
    );
    const [row] = rows;
    if (!row) return undefined;
    const email = row.email ?? answer.email;
    if (!email) throw new KnownError('request.invalid', 'Say which e-mail address you sign in with.');
    if (row.userId) return setPassword(client, { id: row.userId, email }, answer.passwordHash);
    if (row.kind === 'setup') await refuseSecondSetup(client);
    return join(client, { ...row, email, name: answer.name || row.name || email }, answer.passwordHash);
  });
}

type LinkRow = Readonly<{
  kind: string;
  email: string | null;
  name: string | null;
  role: string;
  languages: readonly string[];
  userId: string | null;
}>;

/** $1 the hash, $2 now. Somebody who was disabled needs no password. */
const usable = `i.token_hash = $1 AND i.used_at IS NULL AND i.expires_at > $2
  AND (i.user_id IS NULL OR EXISTS (SELECT FROM users u WHERE u.id = i.user_id AND u.disabled_at IS NULL))`;
const linkSql = `SELECT i.kind, i.email, i.name, i.role, i.languages, i.user_id AS "userId"`;

function toView({ kind, email, name, role }: LinkRow): LinkView | undefined {
  const known = linkKinds.find((one) => one === kind);
  return known && { kind: known, email, name, role: knownRole(role) };
}

/** Two links of two starts could be used at once. */
async function refuseSecondSetup(client: PoolClient): Promise<void> {
  await client.query('LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE');
  const { rowCount } = await client.query('SELECT FROM users LIMIT 1');
  if (rowCount !== 0)
    throw new KnownError('record.conflict', 'Somebody has set this installation up already. Sign in.');
}

async function join(
  client: PoolClient,
  person: Omit<LinkRow, 'kind' | 'userId'> & { readonly name: string; readonly email: string },
  passwordHash: string,
): Promise<Joined> {
  const id = randomUUID();
  const { name, email, role, languages } = person;
  const { rowCount } = await client.query(
    `INSERT INTO users (id, name, email, email_verified, role, languages)
     VALUES ($1, $2, $3, true, $4, $5) ON CONFLICT (email) DO NOTHING`,
    [id, name, email, role, languages],
  );
  if (rowCount === 0) throw new KnownError('record.conflict', 'There is somebody with this e-mail address already.');
  await insertPassword(client, id, passwordHash);
  const subject = { type: 'user', id } as const;
  await recordAudit({ actor: { id, name }, act: 'user.joined', subject, detail: { role } }, client);
  return { id, email };
}

async function setPassword(client: PoolClient, person: Joined, passwordHash: string): Promise<Joined> {
  const { id } = person;
  const { rows } = await client.query<{ name: string; email: string }>('SELECT name, email FROM users WHERE id = $1', [
    id,
  ]);
  await client.query(`DELETE FROM user_accounts WHERE user_id = $1 AND provider_id = 'credential'`, [id]);
  await insertPassword(client, id, passwordHash);
  await client.query('DELETE FROM user_sessions WHERE user_id = $1', [id]);
  const actor = { id, name: rows[0]?.name ?? '' };
  await recordAudit({ actor, act: 'password.changed', subject: { type: 'user', id }, detail: { by: 'link' } }, client);
  return { id, email: rows[0]?.email ?? person.email };
}

/** As the sign-in library keeps passwords: an account of the provider "credential". */
async function insertPassword(client: PoolClient, userId: string, passwordHash: string): Promise<void> {
  await client.query(
    `INSERT INTO user_accounts (id, account_id, provider_id, user_id, password) VALUES ($1, $2, 'credential', $2, $3)`,
    [randomUUID(), userId, passwordHash],
  );
}
