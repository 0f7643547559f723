import { prismaAdapter } from 'better-auth/adapters/prisma';
import { getPrisma } from '../db/client';
import { getPool } from '../db/pool';
import type { Actor, Role } from './actor';
import { roles } from './actor';
import { heldBack } from './settings/store';

/** Where the sign-in library keeps its people and sessions: in our tables, by Prisma. */
export function authDatabase() {
  return prismaAdapter(getPrisma(), { provider: 'postgresql', transaction: true });
}

/** Somebody as they stand now, and whether they must set up a second factor before anything else. */
export type Somebody = Readonly<{ person: Omit<Actor, 'sessionId'>; isHeldBack: boolean }>;

/** Who this is; undefined when they were disabled, or are not there. */
export async function selectSomebody(userId: string): Promise<Somebody | undefined> {
  const { rows } = await getPool().query<Omit<Actor, 'sessionId' | 'role'> & { role: string; isHeldBack: boolean }>(
    `SELECT id, name, email, role, languages, (may_export OR role = 'owner') AS "mayExport", (${heldBack}) AS "isHeldBack"
     FROM users WHERE id = $1 AND disabled_at IS NULL`,
    [userId],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { isHeldBack, role, ...person } = row;
  return { person: { ...person, role: knownRole(role) }, isHeldBack };
}

/** What somebody may do, without their being signed in; undefined as `selectSomebody`. */
export async function selectActor(userId: string): Promise<Omit<Actor, 'sessionId'> | undefined> {
  return (await selectSomebody(userId))?.person;
}

/** Notes that a session is used, at most every five minutes. */
export async function touchSession(sessionId: string, now: Date): Promise<void> {
  await getPool().query(
    `UPDATE user_sessions SET updated_at = $2 WHERE id = $1 AND updated_at < $2::timestamptz - interval '5 minutes'`,
    [sessionId, now],
  );
}

/** Who has this e-mail address, whether or not they may sign in. */
export async function findUserByEmail(email: string): Promise<{ readonly id: string; readonly name: string } | null> {
  const { rows } = await getPool().query<{ id: string; name: string }>('SELECT id, name FROM users WHERE email = $1', [
    email,
  ]);
  return rows[0] ?? null;
}

/** Who has this id, whether or not they may sign in. */
export async function findUser(userId: string): Promise<{ readonly id: string; readonly name: string } | null> {
  const { rows } = await getPool().query<{ id: string; name: string }>('SELECT id, name FROM users WHERE id = $1', [
    userId,
  ]);
  return rows[0] ?? null;
}

/** Whether somebody was disabled; also true for one who is not there. */
export async function isDisabled(userId: string): Promise<boolean> {
  const { rowCount } = await getPool().query('SELECT FROM users WHERE id = $1 AND disabled_at IS NULL', [userId]);
  return rowCount === 0;
}

/** How many people there are that may sign in, and how many of them are owners. */
export async function countPeople(): Promise<{ readonly people: number; readonly owners: number }> {
  const { rows } = await getPool().query<{ people: number; owners: number }>(
    `SELECT count(*)::int AS people, count(*) FILTER (WHERE role = 'owner')::int AS owners
     FROM users WHERE disabled_at IS NULL`,
  );
  return rows[0] ?? { people: 0, owners: 0 };
}

/**
 * Counts one try under a key; false when there were `most` already since the first of them, within `windowMs`. The row holds
 * the end of that time: the library removes rows whose time is over a minute ago, and must not take ours for such ones.
 */
export async function countTry(key: string, most: number, windowMs: number, nowMs: number): Promise<boolean> {
  const { rows } = await getPool().query<{ count: number }>(
    `INSERT INTO user_rate_limits AS r (id, key, count, last_request) VALUES ($1, $1, 1, $3)
     ON CONFLICT (key) DO UPDATE SET count = CASE WHEN r.last_request <= $2 THEN 1 ELSE r.count + 1 END,
       last_request = CASE WHEN r.last_request <= $2 THEN $3 ELSE r.last_request END
     RETURNING count`,
    [key, nowMs, nowMs + windowMs],
  );
  return (rows[0]?.count ?? 0) <= most;
}

/** Forgets the tries under a key: the right password was given. */
export async function forgetTries(key: string): Promise<void> {
  await getPool().query('DELETE FROM user_rate_limits WHERE key = $1', [key]);
}

/** A role as it is stored; an unknown one may least. */
export function knownRole(stored: string): Role {
  return roles.find((role) => role === stored) ?? 'viewer';
}
