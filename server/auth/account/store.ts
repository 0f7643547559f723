import { recordAudit } from '../../audit/store';
import { getPool } from '../../db/pool';
import { inTransaction } from '../../db/transaction';
import type { Actor, Role } from '../actor';

/** Somebody as they see themselves. */
export type Account = Readonly<{
  id: string;
  name: string;
  email: string;
  role: Role;
  languages: readonly string[];
  mayExport: boolean;
  isAvailable: boolean;
  hasSecondFactor: boolean;
}>;

/** The account of who asks. */
export async function selectAccount(actor: Actor): Promise<Account> {
  const { rows } = await getPool().query<Pick<Account, 'isAvailable' | 'hasSecondFactor'>>(
    `SELECT is_available AS "isAvailable", COALESCE(two_factor_enabled, false) AS "hasSecondFactor" FROM users WHERE id = $1`,
    [actor.id],
  );
  const { id, name, email, role, languages, mayExport } = actor;
  return { id, name, email, role, languages, mayExport, isAvailable: true, hasSecondFactor: false, ...rows[0] };
}

export type AccountChanges = Readonly<{
  name?: string | undefined;
  languages?: readonly string[] | undefined;
  isAvailable?: boolean | undefined;
}>;

export async function updateAccount(actor: Actor, { name, languages, isAvailable }: AccountChanges): Promise<void> {
  await getPool().query(
    `UPDATE users SET name = COALESCE($2, name), languages = COALESCE($3, languages),
       is_available = COALESCE($4, is_available), updated_at = now() WHERE id = $1`,
    [actor.id, name, languages, isAvailable],
  );
}

/** A browser in which somebody is signed in. */
export type SessionView = Readonly<{
  id: string;
  isThis: boolean;
  /** As the browser calls itself. */
  userAgent: string | null;
  ipAddress: string | null;
  createdAt: string;
  lastUsedAt: string;
}>;

/** Where somebody is signed in, this browser first. */
export async function selectSessions(actor: Actor, now: Date): Promise<readonly SessionView[]> {
  const { rows } = await getPool().query<
    Omit<SessionView, 'createdAt' | 'lastUsedAt'> & { createdAt: Date; lastUsedAt: Date }
  >(
    `SELECT id, id = $2 AS "isThis", user_agent AS "userAgent", ip_address AS "ipAddress", created_at AS "createdAt",
       updated_at AS "lastUsedAt"
     FROM user_sessions WHERE user_id = $1 AND expires_at > $3 ORDER BY id = $2 DESC, updated_at DESC, id LIMIT 100`,
    [actor.id, actor.sessionId, now],
  );
  return rows.map(({ createdAt, lastUsedAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
  }));
}

/** Ends one session of who asks. Says whether there was one to end. */
export function deleteSession(actor: Actor, sessionId: string): Promise<number> {
  return deleteSessions(actor, 'id = $2', sessionId);
}

/** Ends all sessions of who asks but this one. Says how many. */
export function deleteOtherSessions(actor: Actor): Promise<number> {
  return deleteSessions(actor, 'id <> $2', actor.sessionId);
}

async function deleteSessions(actor: Actor, condition: string, sessionId: string): Promise<number> {
  return inTransaction(async (client) => {
    const { rowCount } = await client.query(`DELETE FROM user_sessions WHERE user_id = $1 AND ${condition}`, [
      actor.id,
      sessionId,
    ]);
    const ended = rowCount ?? 0;
    if (ended === 0) return 0;
    const subject = { type: 'user', id: actor.id } as const;
    await recordAudit({ actor, act: 'session.revoked', subject, detail: { sessions: ended } }, client);
    return ended;
  });
}
