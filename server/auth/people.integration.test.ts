import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';
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
import { answerLink } from './links/answer-link';
import { offerSetup } from './links/offer-setup';
import { readLink } from './links/read-link';
import { readActor } from './read-actor';

let database: TestDatabase;
const dataDir = mkdtempSync(path.join(tmpdir(), 'vaarta-people-'));
const address = 'http://localhost:3000';
const hourMs = 3_600_000;

beforeAll(async () => {
  database = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: database.url, VAARTA_DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
});
beforeEach(async () => {
  await getPool().query('DELETE FROM users; DELETE FROM invitations');
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
  return readActor(new Headers({ host: 'localhost:3000', cookie }));
}
