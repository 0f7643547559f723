import type { PoolClient } from 'pg';
import { recordAudit } from '../../audit/store';
import { getPool } from '../../db/pool';
import { inTransaction } from '../../db/transaction';
import { KnownError } from '../../errors';
import { type Released, releaseWork } from '../../handovers/acts/leaving/release-work';
import type { Actor, Role } from '../actor';
import { insertLink, type NewLink } from '../links/store';
import { knownRole } from '../store';
import type { PendingInvitation, Person } from './person';

/** Everybody, those who may sign in first. */
export async function selectPeople(): Promise<readonly Person[]> {
  const { rows } = await getPool().query<PersonRow>(
    `SELECT u.id, u.name, u.email, u.role, u.languages, u.skills, u.is_available AS "isAvailable", u.most_open AS "mostOpen",
       (SELECT count(*)::int FROM conversations c WHERE c.assignee_id = u.id AND c.status = 'taken') AS "openConversations",
       (u.may_export OR u.role = 'owner') AS "mayExport", COALESCE(u.two_factor_enabled, false) AS "hasSecondFactor",
       u.disabled_at IS NOT NULL AS "isDisabled", u.created_at AS "createdAt",
       (SELECT max(s.updated_at) FROM user_sessions s WHERE s.user_id = u.id) AS "lastSeenAt"
     FROM users u ORDER BY u.disabled_at IS NOT NULL, lower(u.name), u.id`,
  );
  return rows.map(({ role, createdAt, lastSeenAt, ...row }) => ({
    ...row,
    role: knownRole(role),
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
  }));
}

type PersonRow = Omit<Person, 'role' | 'createdAt' | 'lastSeenAt'> &
  Readonly<{ role: string; createdAt: Date; lastSeenAt: Date | null }>;

/** Those who were invited and have not come, the newest first. */
export async function selectInvitations(now: Date): Promise<readonly PendingInvitation[]> {
  const { rows } = await getPool().query<InvitationRow>(
    `SELECT token_hash AS id, email, name, role, languages, expires_at AS "expiresAt", expires_at <= $1 AS "isExpired"
     FROM invitations WHERE kind = 'invitation' AND used_at IS NULL ORDER BY created_at DESC, token_hash LIMIT 200`,
    [now],
  );
  return rows.map(({ role, expiresAt, ...row }) => ({
    ...row,
    role: knownRole(role),
    expiresAt: expiresAt.toISOString(),
  }));
}

type InvitationRow = Omit<PendingInvitation, 'role' | 'expiresAt'> & Readonly<{ role: string; expiresAt: Date }>;

/** Keeps an invitation, in the place of an earlier one to the same address. */
export async function insertInvitation(actor: Actor, link: NewLink): Promise<void> {
  await inTransaction(async (client) => {
    const { rowCount } = await client.query('SELECT FROM users WHERE email = $1', [link.email]);
    if (rowCount !== 0) throw new KnownError('record.conflict', 'There is somebody with this e-mail address already.');
    await insertLink(link, client);
    await recordAudit({ actor, act: 'user.invited', subject: null, detail: { role: link.role } }, client);
  });
}

/** Makes an invitation worthless. Says whether it was there. */
export async function deleteInvitation(actor: Actor, id: string): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ role: string }>(
      `DELETE FROM invitations WHERE token_hash = $1 AND kind = 'invitation' AND used_at IS NULL RETURNING role`,
      [id],
    );
    const [row] = rows;
    if (!row) return false;
    await recordAudit({ actor, act: 'user.invitationWithdrawn', subject: null, detail: { role: row.role } }, client);
    return true;
  });
}

/** Gives somebody another role and ends their sessions and links: what they have open and have made was for the old one. */
export async function updateRole(actor: Actor, userId: string, role: Role, now: Date): Promise<Released> {
  return changeOther(actor, userId, async (client, person) => {
    if (person.role === role) return nothing;
    if (person.role === 'owner') await refuseLastOwner(client, userId);
    await client.query('UPDATE users SET role = $2, updated_at = $3 WHERE id = $1', [userId, role, now]);
    await endAccess(client, userId);
    // A viewer works on nothing.
    const released = role === 'viewer' ? await releaseWork(client, { actor, userId, nowMs: now.getTime() }) : nothing;
    const detail = { from: person.role, to: role, ...released };
    await recordAudit({ actor, act: 'user.roleChanged', subject: { type: 'user', id: userId }, detail }, client);
    return released;
  });
}

/** Keeps somebody out from now on: their sessions and links end too, and others go on with their work. */
export async function disableUser(actor: Actor, userId: string, now: Date): Promise<Released> {
  return changeOther(actor, userId, async (client, person) => {
    if (person.isDisabled) return nothing;
    if (person.role === 'owner') await refuseLastOwner(client, userId);
    await client.query('UPDATE users SET disabled_at = $2, updated_at = $2 WHERE id = $1', [userId, now]);
    await endAccess(client, userId);
    const released = await releaseWork(client, { actor, userId, nowMs: now.getTime() });
    const subject = { type: 'user', id: userId } as const;
    await recordAudit({ actor, act: 'user.disabled', subject, detail: { ...released } }, client);
    return released;
  });
}

const nothing: Released = { toColleagues: 0, toActor: 0, waiting: 0, leads: 0 };

/**
 * Takes off a second factor that somebody lost, with the devices that needed none, and ends their sessions. Whoever asks must
 * know them: from then on their password alone lets them in.
 */
export async function deleteSecondFactor(actor: Actor, userId: string): Promise<void> {
  await changeOther(actor, userId, async (client, person) => {
    if (!person.hasSecondFactor) throw new KnownError('record.conflict', 'They have no second factor.');
    await client.query('UPDATE users SET two_factor_enabled = false, updated_at = now() WHERE id = $1', [userId]);
    await client.query('DELETE FROM user_two_factors WHERE user_id = $1', [userId]);
    // As the sign-in library calls sign-ins that wait for a code, and browsers that it trusts.
    await client.query(
      `DELETE FROM user_verifications WHERE value = $1 AND (identifier LIKE '2fa-%' OR identifier LIKE 'trust-device-%')`,
      [userId],
    );
    await client.query('DELETE FROM user_sessions WHERE user_id = $1', [userId]);
    const subject = { type: 'user', id: userId } as const;
    await recordAudit({ actor, act: 'secondFactor.removed', subject, detail: {} }, client);
  });
}

/** Ends sessions, links to a new password, and the links that they made for others: none of it outlives their rights. */
async function endAccess(client: PoolClient, userId: string): Promise<void> {
  await client.query('DELETE FROM user_sessions WHERE user_id = $1', [userId]);
  await client.query('DELETE FROM invitations WHERE used_at IS NULL AND (user_id = $1 OR invited_by = $1)', [userId]);
}

/** Lets somebody in again. */
export async function enableUser(actor: Actor, userId: string): Promise<void> {
  await changeOther(actor, userId, async (client, person) => {
    if (!person.isDisabled) return;
    await client.query('UPDATE users SET disabled_at = NULL, updated_at = now() WHERE id = $1', [userId]);
    await recordAudit({ actor, act: 'user.enabled', subject: { type: 'user', id: userId }, detail: {} }, client);
  });
}

/** Keeps a link by which somebody sets a new password; the old one goes on until then. */
export async function insertPasswordLink(actor: Actor, userId: string, link: NewLink): Promise<void> {
  await inTransaction(async (client) => {
    const person = await lockPerson(client, userId);
    if (person.isDisabled) throw new KnownError('record.conflict', 'They are disabled. Let them in again first.');
    await insertLink({ ...link, email: person.email, name: person.name, role: person.role }, client);
    await recordAudit(
      { actor, act: 'user.passwordLinkMade', subject: { type: 'user', id: userId }, detail: {} },
      client,
    );
  });
}

/** What owners decide about how somebody works. */
export type PersonChanges = Readonly<{
  languages?: readonly string[] | undefined;
  skills?: readonly string[] | undefined;
  mostOpen?: number | undefined;
  mayExport?: boolean | undefined;
}>;

export async function updatePerson(actor: Actor, userId: string, changes: PersonChanges): Promise<void> {
  await inTransaction(async (client) => {
    await lockPerson(client, userId);
    await client.query(
      `UPDATE users SET languages = COALESCE($2, languages), skills = COALESCE($3, skills),
         most_open = COALESCE($4, most_open), may_export = COALESCE($5, may_export), updated_at = now() WHERE id = $1`,
      [userId, changes.languages, changes.skills, changes.mostOpen, changes.mayExport],
    );
    const changed = Object.entries(changes).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    const detail = { changed, ...(changes.mayExport === undefined ? {} : { mayExport: changes.mayExport }) };
    await recordAudit({ actor, act: 'user.changed', subject: { type: 'user', id: userId }, detail }, client);
  });
}

type LockedPerson = Readonly<{
  name: string;
  email: string;
  role: string;
  isDisabled: boolean;
  hasSecondFactor: boolean;
}>;

async function changeOther<Result>(
  actor: Actor,
  userId: string,
  change: (client: PoolClient, person: LockedPerson) => Promise<Result>,
): Promise<Result> {
  if (actor.id === userId)
    throw new KnownError('record.conflict', 'Nobody does this to themselves: ask another owner.');
  return inTransaction(async (client) => change(client, await lockPerson(client, userId)));
}

/**
 * Owners are locked together and in one order: of two who demote each other one comes second and is refused. Leads that point
 * at them can be given away meanwhile.
 */
async function lockPerson(client: PoolClient, userId: string): Promise<LockedPerson> {
  const { rows } = await client.query<LockedPerson & { id: string }>(
    `SELECT id, name, email, role, disabled_at IS NOT NULL AS "isDisabled", two_factor_enabled IS TRUE AS "hasSecondFactor"
     FROM users WHERE id = $1 OR role = 'owner' ORDER BY id FOR NO KEY UPDATE`,
    [userId],
  );
  const person = rows.find(({ id }) => id === userId);
  if (!person) throw new KnownError('record.notFound', 'There is no such person.');
  return person;
}

async function refuseLastOwner(client: PoolClient, userId: string): Promise<void> {
  const { rowCount } = await client.query(
    `SELECT FROM users WHERE role = 'owner' AND disabled_at IS NULL AND id <> $1 LIMIT 1`,
    [userId],
  );
  if (rowCount === 0)
    throw new KnownError('record.conflict', 'This is the last owner: make somebody else an owner first.');
}
