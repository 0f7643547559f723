import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';
import { createApiContext } from '../api/context';
import { router } from '../api/procedures';
import { accountRouter } from '../api/routers/account';
import { auditRouter } from '../api/routers/audit';
import { peopleRouter } from '../api/routers/people';
import { recordAudit } from '../audit/store';
import { verifyAudit } from '../audit/verify/store';
import { closeDatabase } from '../db/client';
import { getPool } from '../db/pool';
import { cookieOf, signInAs } from '../testing/sign-in';
import { testActor } from '../testing/test-actor';
import type { Actor, Role } from './actor';
import { getAuth } from './auth';
import { answerLink } from './links/answer-link';
import { offerSetup } from './links/offer-setup';
import { readLink } from './links/read-link';
import { isHeldBack, readActor } from './read-actor';

let database: TestDatabase;
const dataDir = mkdtempSync(path.join(tmpdir(), 'vaarta-people-'));
const address = 'http://localhost:3000';
const hourMs = 3_600_000;

beforeAll(async () => {
  database = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: database.url, VAARTA_DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
});
beforeEach(async () => {
  await getPool().query('DELETE FROM users; DELETE FROM invitations; DELETE FROM settings; DELETE FROM contacts');
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
  rmSync(dataDir, { recursive: true });
});

describe('one-time links', () => {
  test('the first owner comes by the newest start’s link, once, and then no link is made any more', async () => {
    const first = tokenOf(await offerSetup(address, Date.now()));
    const second = tokenOf(await offerSetup(address, Date.now()));
    expect(await readLink(first, Date.now())).toBeNull();
    expect(await readLink(second, Date.now())).toMatchObject({ kind: 'setup', role: 'owner', email: null });

    const owner = { name: 'Lakshmi', email: ' Lakshmi@Lender.test ', password: 'a long enough password' };
    expect((await use(first, owner)).status).toBe(404);
    const answers = await Promise.all([use(second, owner), use(second, { ...owner, email: 'other@lender.test' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    const cookie = cookieOf(answers.find(({ status }) => status === 200) ?? new Response());
    expect(await actorOf(cookie)).toMatchObject({ role: 'owner', mayExport: true });
    expect(await offerSetup(address, Date.now())).toEqual({ kind: 'people', people: 1, owners: 1 });
  });

  test('an invitation gives what was decided and not what is sent, ends after a week, and can be withdrawn', async () => {
    const studio = callAs('owner').people;
    const { link } = await studio.invite({
      email: 'Ravi@lender.test',
      name: 'Ravi',
      role: 'officer',
      languages: ['ta'],
    });
    const token = link.split('/').pop() ?? '';
    expect(await readLink(token, Date.now() + 7 * 24 * hourMs)).toBeNull();
    expect((await use(token, { password: 'short' })).status).toBe(400);
    const forged = { password: 'a long enough password', email: 'x@evil.test', role: 'owner' };
    expect(await (await use(token, forged)).json()).toEqual({ signedIn: true });
    const [ravi] = await studio.list();
    expect(ravi).toMatchObject({ email: 'ravi@lender.test', role: 'officer', languages: ['ta'] });
    await expect(studio.invite({ email: 'ravi@lender.test', name: 'R', role: 'owner' })).rejects.toThrow('already');

    const next = await studio.invite({ email: 'meena@lender.test', name: 'Meena', role: 'viewer' });
    const [pending] = await studio.invitations();
    await studio.withdrawInvitation({ id: pending?.id ?? '' });
    expect(await readLink(next.link.split('/').pop() ?? '', Date.now())).toBeNull();
  });

  test('a link for a new password ends the sessions of the old one, and a page of another site can’t use it', async () => {
    const { userId, cookie, email } = await signInAs('officer');
    const { link } = await callAs('owner').people.passwordLink({ userId });
    const token = link.split('/').pop() ?? '';
    expect(await readLink(token, Date.now())).toMatchObject({ kind: 'password', email, role: 'officer' });
    expect(await readLink(token, Date.now() + 24 * hourMs)).toBeNull();
    const password = 'a quite different password';
    expect((await use(token, { password }, 'https://evil.example')).status).toBe(403);
    const answer = await use(token, { password });
    expect(await actorOf(cookie)).toBeNull();
    expect(await actorOf(cookieOf(answer))).toMatchObject({ id: userId });
  });
});

describe('people', () => {
  test('the last owner stays one, also when two owners demote each other at once', async () => {
    const [a, b] = [await signInAs('owner', 'A'), await signInAs('owner', 'B')];
    const [asA, asB] = [a, b].map(({ userId }) => callAs('owner', { id: userId }).people);
    const outcomes = await Promise.allSettled([
      asA?.changeRole({ userId: b.userId, role: 'viewer' }),
      asB?.disable({ userId: a.userId }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(asA?.disable({ userId: a.userId })).rejects.toThrow('ask another owner');
  });

  test('a new role ends the sessions that were made for the old one', async () => {
    const { userId, cookie } = await signInAs('viewer');
    await callAs('owner').people.changeRole({ userId, role: 'officer' });
    expect(await actorOf(cookie)).toBeNull();
  });

  test('who leaves is out, and colleagues, else the owner, go on with their work', async () => {
    const [leaving, free] = [await signInAs('officer', 'Ravi'), await signInAs('officer', 'Asha')];
    await getPool().query('UPDATE users SET most_open = 1, is_available = (id = $1)', [free.userId]);
    const taken = [await contactOf(leaving.userId, 'taken'), await contactOf(leaving.userId, 'taken')];
    await contactOf(leaving.userId, 'requested');
    const idle = await contactOf(leaving.userId, 'closed');
    const owner = await signInAs('owner');
    const told = await tellingOf(() =>
      callAs('owner', { id: owner.userId }).people.disable({ userId: leaving.userId }),
    );
    expect(told.contactIds).toContain(idle);
    const released = told.result;
    expect(released).toEqual({ toColleagues: 1, toActor: 1, waiting: 1, leads: 2 });
    expect(await actorOf(leaving.cookie)).toBeNull();
    const { rows } = await getPool().query<{ status: string; conversation: string | null; lead: string | null }>(
      `SELECT h.status, v.assignee_id AS conversation, l.assignee_id AS lead FROM handovers h
       JOIN leads l ON l.contact_id = h.contact_id JOIN conversations v ON v.contact_id = h.contact_id WHERE h.contact_id <> $1`,
      [idle],
    );
    const now = [free.userId, owner.userId].map((id) => ({ status: 'taken', conversation: id, lead: id }));
    expect(rows).toHaveLength(3);
    expect(rows).toEqual(expect.arrayContaining([...now, { status: 'requested', conversation: null, lead: null }]));
    const { rows: events } = await getPool().query(
      `SELECT contact_id FROM lead_events WHERE kind = 'assigned' AND detail->>'reason' = 'officer.left'`,
    );
    expect(events).toHaveLength(4);
    const { rows: audited } = await getPool().query(
      `SELECT subject_id AS id FROM audit_entries WHERE act = 'handover.reassigned'`,
    );
    expect(audited.map(({ id }) => id).sort()).toEqual([...taken].sort());
  });

  test('see their own sessions only, and end them', async () => {
    const { userId, cookie } = await signInAs('officer');
    const actor = await actorOf(cookie);
    const mine = callAs('officer', { id: userId, sessionId: actor?.sessionId ?? '' }).account;
    const theirs = await actorOf((await signInAs('viewer')).cookie);
    expect(await mine.sessions()).toMatchObject([{ isThis: true, id: actor?.sessionId }]);
    await expect(mine.revokeSession({ id: theirs?.sessionId ?? '' })).rejects.toThrow('ended already');
    await mine.revokeSession({ id: actor?.sessionId ?? '' });
    expect(await actorOf(cookie)).toBeNull();
  });
});

describe('a second factor that owners need', () => {
  test('is asked of others by who has one, and whoever has none is kept from everything until they do', async () => {
    const [first, second] = [await signInAs('owner', 'A'), await signInAs('owner', 'B')];
    await giveFactor(first.userId);
    const rule = { ownersNeedSecondFactor: true };
    await expect(callAs('owner', { id: second.userId }).people.saveSettings(rule)).rejects.toThrow('your own');
    expect(await actorOf(second.cookie)).not.toBeNull();
    await callAs('owner', { id: first.userId }).people.saveSettings(rule);

    expect(await actorOf(second.cookie)).toBeNull();
    expect(await isHeldBack(headersOf(second.cookie))).toBe(true);
    const asked = new Request(`${address}/api/trpc`, { headers: headersOf(second.cookie) });
    const studio = routers.createCaller(await createApiContext(asked));
    await expect(studio.people.list()).rejects.toThrow('Set up your second factor first');
    await expect(studio.account.me()).rejects.toThrow('Set up your second factor first');
    expect(await actorOf(first.cookie)).toMatchObject({ role: 'owner' });
    expect(await actorOf((await signInAs('officer')).cookie)).toMatchObject({ role: 'officer' });

    await giveFactor(second.userId);
    expect(await isHeldBack(headersOf(second.cookie))).toBe(false);
    expect(await actorOf(second.cookie)).toMatchObject({ name: 'B' });
  });

  test('is taken off by another owner when it is lost, with every way in that it had opened', async () => {
    const { userId, cookie, email, password } = await signInAs('officer');
    await giveFactor(userId);
    await getPool().query(
      `INSERT INTO user_verifications (id, identifier, value, expires_at)
       VALUES ('v', 'trust-device-x', $1, now() + interval '1 day'), ('w', 'trust-device-y', 'other', now() + interval '1 day')`,
      [userId],
    );
    await expect(callAs('owner', { id: userId }).people.removeSecondFactor({ userId })).rejects.toThrow(
      'another owner',
    );
    await callAs('owner').people.removeSecondFactor({ userId });
    expect(await actorOf(cookie)).toBeNull();
    const { rows } = await getPool().query(
      `SELECT (SELECT count(*)::int FROM user_two_factors WHERE user_id = $1) AS factors,
         (SELECT array_agg(identifier) FROM user_verifications WHERE identifier LIKE 'trust-%') AS trusted,
         (SELECT count(*)::int FROM audit_entries WHERE act = 'secondFactor.removed' AND subject_id = $1) AS audited`,
      [userId],
    );
    expect(rows).toEqual([{ factors: 0, trusted: ['trust-device-y'], audited: 1 }]);
    const again = await getAuth().api.signInEmail({ body: { email, password }, asResponse: true });
    expect(await actorOf(cookieOf(again))).toMatchObject({ id: userId });
    await expect(callAs('owner').people.removeSecondFactor({ userId })).rejects.toThrow('no second factor');
  });
});

describe('the audit log', () => {
  test('refuses every change, and a change that gets past that is found where it was made', async () => {
    const before = await verifyAudit();
    for (const index of [1, 2, 3, 4]) {
      const subject = { type: 'settings', id: `s${index}` } as const;
      await recordAudit({ actor: { id: 'u', name: 'Ravi ರವಿ' }, act: 'settings.changed', subject, detail: { index } });
    }
    expect(await verifyAudit(3)).toEqual({ isWhole: true, checked: before.checked + 4, firstBroken: null });
    await expect(getPool().query(`UPDATE audit_entries SET actor_name = 'x'`)).rejects.toThrow('never changed');
    await expect(getPool().query('DELETE FROM audit_entries')).rejects.toThrow('never changed');
    await expect(getPool().query('TRUNCATE audit_entries')).rejects.toThrow('never changed');

    const third = before.checked + 3;
    await getPool().query('ALTER TABLE audit_entries DISABLE TRIGGER refuse_change');
    await getPool().query(`UPDATE audit_entries SET detail = '{"index": 9}' WHERE id = $1`, [third]);
    expect(await verifyAudit(3)).toMatchObject({ isWhole: false, firstBroken: `${third}` });
    await getPool().query('DELETE FROM audit_entries WHERE id = $1', [third]);
    expect(await verifyAudit(3)).toMatchObject({ isWhole: false, firstBroken: `${third + 1}` });
    await getPool().query('ALTER TABLE audit_entries ENABLE TRIGGER refuse_change');
  });

  test('is searched by who, what and when, page by page', async () => {
    const { userId } = await signInAs('officer', 'Kaveri');
    const { list } = callAs('owner').audit;
    const all = { search: null, act: null, actorId: null, from: null, until: null, before: null } as const;
    expect((await list({ ...all, search: 'kaveri' })).rows).toMatchObject([
      { act: 'signIn.succeeded', subjectId: userId, subjectName: 'Kaveri' },
    ]);
    expect((await list({ ...all, act: 'signIn.succeeded', actorId: userId })).rows).toHaveLength(1);
    const newest = (await list(all)).rows[0]?.id ?? '';
    expect((await list({ ...all, before: newest })).rows.map(({ id }) => id)).not.toContain(newest);
  });
});

const routers = router({ account: accountRouter, audit: auditRouter, people: peopleRouter });

function callAs(role: Role, changes: Partial<Actor> = {}) {
  const headers = new Headers({ host: 'localhost:3000', 'content-type': 'application/json' });
  return routers.createCaller({ headers, url: `${address}/api/trpc`, actor: testActor(role, changes) });
}

function tokenOf(entrance: Awaited<ReturnType<typeof offerSetup>>): string {
  return entrance.kind === 'setup' ? (entrance.link.split('/').pop() ?? '') : '';
}

function use(token: string, answer: unknown, origin = address): Promise<Response> {
  const headers = { host: 'localhost:3000', origin, 'content-type': 'application/json' };
  const body = JSON.stringify(answer);
  return answerLink(token, new Request(`${address}/api/auth-links/x`, { method: 'POST', headers, body }), Date.now());
}

function actorOf(cookie: string) {
  return readActor(headersOf(cookie));
}

function headersOf(cookie: string): Headers {
  return new Headers({ host: 'localhost:3000', cookie });
}

/** As the library keeps one that was confirmed. */
async function giveFactor(userId: string): Promise<void> {
  await getPool().query('UPDATE users SET two_factor_enabled = true WHERE id = $1', [userId]);
  await getPool().query(
    `INSERT INTO user_two_factors (id, secret, backup_codes, user_id) VALUES ('f-' || $1::text, 's', 'b', $1)`,
    [userId],
  );
}

/** What an act comes to, and whose screens are told to read again. */
async function tellingOf<Result>(act: () => Promise<Result>) {
  const contactIds: (string | undefined)[] = [];
  const client = await getPool().connect();
  client.on('notification', ({ payload }) => contactIds.push(payload));
  await client.query('LISTEN inbox');
  const result = await act();
  await client.query('UNLISTEN inbox');
  client.release(true);
  return { result, contactIds };
}

/** Somebody whose lead and conversation are this officer's. */
async function contactOf(officerId: string, status: 'requested' | 'taken' | 'closed'): Promise<string> {
  const id = randomUUID();
  await getPool().query(
    `INSERT INTO contacts (id, channel, language, timezone) VALUES ($1, 'simulator', 'en', 'Asia/Kolkata')`,
    [id],
  );
  await getPool().query(
    `INSERT INTO leads (contact_id, score, reasons, interest, facts, flow_id, state_id, updated_at, assignee_id)
     VALUES ($1, 0, '[]', 0, '{}', 'a-flow', 'a_state', now(), $2)`,
    [id, officerId],
  );
  await getPool().query(
    `INSERT INTO handovers (id, contact_id, asked_by, reason, summary, status, assignee_id, routed_at)
     VALUES (gen_random_uuid(), $1, 'customer', 'human', '', $2::handover_status, $3, now())`,
    [id, status, officerId],
  );
  return id;
}
