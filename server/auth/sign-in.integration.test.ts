import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';
import { closeDatabase } from '../db/client';
import { getPool } from '../db/pool';
import { cookieOf, signInAs } from '../testing/sign-in';
import { answerAuth } from './answer-auth';
import { readActor } from './read-actor';
import { mayTry } from './tries';

let database: TestDatabase;
const dataDir = mkdtempSync(path.join(tmpdir(), 'vaarta-auth-'));

beforeAll(async () => {
  database = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: database.url, VAARTA_DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
  rmSync(dataDir, { recursive: true });
});

test('the right password opens a session whose cookie no script can read, and both ends are written down', async () => {
  const { email, password, userId } = await signInAs('officer', 'Ravi');
  const answer = await ask('POST /sign-in/email', { email: email.toUpperCase(), password });
  expect(answer.status).toBe(200);
  expect(answer.headers.getSetCookie().join()).toMatch(/vaarta\.session_token=.+HttpOnly; SameSite=Lax/);
  const cookie = cookieOf(answer);
  expect(await actorOf(cookie)).toMatchObject({ id: userId, name: 'Ravi', role: 'officer', mayExport: false });

  expect((await ask('POST /sign-out', {}, cookie)).status).toBe(200);
  expect(await actorOf(cookie)).toBeNull();
  expect(await acts(userId)).toEqual(['signIn.succeeded', 'signIn.succeeded', 'signIn.ended']);
});

test('a forged, a foreign and a changed cookie is nobody', async () => {
  const { cookie } = await signInAs('owner');
  expect(await actorOf(cookie)).not.toBeNull();
  const [name, token] = decodeURIComponent(cookie).split(/=(.*)/s);
  expect(await actorOf(`${name}=${token?.split('.')[0]}`)).toBeNull();
  expect(await actorOf(`${name}=${encodeURIComponent(`x${token}`)}`)).toBeNull();
});

test('a wrong password and an unknown address get one answer; only what is ours is written down', async () => {
  const { email, userId } = await signInAs('viewer');
  const wrong = await ask('POST /sign-in/email', { email, password: 'not their password' });
  const unknown = await ask('POST /sign-in/email', { email: 'stranger@example.com', password: 'not their password' });
  expect([wrong.status, await wrong.json()]).toEqual([unknown.status, await unknown.json()]);
  expect(wrong.status).toBe(401);
  expect(await acts(userId)).toEqual(['signIn.succeeded', 'signIn.failed']);
  const { rows } = await getPool().query('SELECT e::text AS row FROM audit_entries e');
  expect(rows.map(({ row }) => row).join()).not.toContain('stranger');
});

test('the eleventh try for one address is refused whoever sends it, whether or not the address is somebody’s', async () => {
  const { email, password } = await signInAs('officer');
  for (const address of [email, 'nobody@example.com']) {
    const wrong = { email: address, password: 'wrong password' };
    expect((await ask('POST /sign-in/email', wrong, '', '10.0.0.1')).status).toBe(401);
    await getPool().query(`UPDATE user_rate_limits SET count = 9 WHERE key LIKE 'tries:%' AND count = 1`);
    expect((await ask('POST /sign-in/email', wrong, '', '10.0.0.2')).status).toBe(401);
    expect((await ask('POST /sign-in/email', wrong, '', '10.0.0.3')).status).toBe(429);
  }
  expect((await ask('POST /sign-in/email', { email, password })).status).toBe(429);
});

test('tries count again when their time is over, and not before', async () => {
  const email = 'later@example.com';
  const startMs = Date.now();
  for (let count = 1; count <= 10; count += 1) expect(await mayTry(email, startMs)).toBe(true);
  expect(await mayTry(email, startMs + 10 * 60_000 - 1)).toBe(false);
  expect(await mayTry(email, startMs + 10 * 60_000)).toBe(true);
});

test('one address of the network that tries many people is stopped', async () => {
  const from = '203.0.113.9';
  const wrong = (index: number) => ({ email: `somebody-${index}@example.com`, password: 'wrong password' });
  expect((await ask('POST /sign-in/email', wrong(1), '', from)).status).toBe(401);
  await getPool().query(`UPDATE user_rate_limits SET count = 19 WHERE key LIKE '203.0.113.9|%'`);
  expect((await ask('POST /sign-in/email', wrong(2), '', from)).status).toBe(401);
  expect((await ask('POST /sign-in/email', wrong(3), '', from)).status).toBe(429);
});

test('a role counts as it is now, and who is disabled is out at once and stays out', async () => {
  const { cookie, userId, email, password } = await signInAs('viewer');
  await getPool().query(`UPDATE users SET role = 'owner' WHERE id = $1`, [userId]);
  expect(await actorOf(cookie)).toMatchObject({ role: 'owner', mayExport: true });
  await getPool().query('UPDATE users SET disabled_at = now() WHERE id = $1', [userId]);
  expect(await actorOf(cookie)).toBeNull();
  const again = await ask('POST /sign-in/email', { email, password });
  expect([again.status, await again.json()]).toEqual([
    401,
    expect.objectContaining({ code: 'INVALID_EMAIL_OR_PASSWORD' }),
  ]);
});

test('what the screens don’t need is not there, and another site’s page can’t sign anybody in', async () => {
  const { email, password, cookie } = await signInAs('owner');
  const person = { email: 'new@lender.test', name: 'New', password };
  expect((await ask('POST /sign-up/email', person)).status).toBe(404);
  expect((await ask('POST /update-user', { name: 'x', role: 'owner' }, cookie)).status).toBe(404);
  const foreign = new Request('http://localhost:3000/api/auth/sign-in/email', {
    method: 'POST',
    headers: { ...headersOf(cookie), origin: 'https://evil.example' },
    body: JSON.stringify({ email, password }),
  });
  expect((await answerAuth(foreign)).status).toBe(403);
});

test('with a second factor the password alone opens nothing', async () => {
  const { cookie, email, password, userId } = await signInAs('owner');
  const enabled = await (await ask('POST /two-factor/enable', { password }, cookie)).json();
  const secret = new URL(enabled.totpURI).searchParams.get('secret') ?? '';
  const confirmed = await ask('POST /two-factor/verify-totp', { code: codeOf(secret) }, cookie);
  expect(confirmed.status).toBe(200);

  const first = await ask('POST /sign-in/email', { email, password });
  expect(await first.json()).toMatchObject({ twoFactorRedirect: true });
  const pending = cookieOf(first);
  expect(await actorOf(pending)).toBeNull();
  expect((await ask('POST /two-factor/verify-totp', { code: '000000' }, pending)).status).toBe(401);
  const second = await ask('POST /two-factor/verify-totp', { code: codeOf(secret) }, pending);
  expect(await actorOf(cookieOf(second))).toMatchObject({ id: userId });

  const backup = await ask('POST /two-factor/verify-backup-code', { code: enabled.backupCodes[0] }, pending);
  expect(backup.status).not.toBe(200); // the first sign-in was finished by the code
  expect(await acts(userId)).toEqual(['signIn.succeeded', 'secondFactor.on', 'signIn.failed', 'signIn.succeeded']);
});

test('what fails with a password or a code is written down, without what was typed', async () => {
  const { cookie, password, userId } = await signInAs('owner');
  const wrong = 'somebody else’s password';
  const change = { currentPassword: wrong, newPassword: 'another long password' };
  expect((await ask('POST /change-password', change, cookie)).status).toBe(400);
  expect((await ask('POST /change-password', { ...change, newPassword: 'short' }, cookie)).status).toBe(400);
  expect((await ask('POST /two-factor/enable', { password: wrong }, cookie)).status).toBe(400);
  expect((await ask('POST /two-factor/enable', { password }, cookie)).status).toBe(200);
  expect((await ask('POST /two-factor/verify-totp', { code: '000000' }, cookie)).status).toBe(401);
  const { rows } = await getPool().query(
    `SELECT actor_id AS actor, act, detail FROM audit_entries WHERE subject_id = $1 AND act LIKE '%.failed' ORDER BY id`,
    [userId],
  );
  expect(rows).toEqual([
    { actor: userId, act: 'password.failed', detail: { step: 'password' } },
    { actor: userId, act: 'secondFactor.failed', detail: { step: 'password' } },
    { actor: userId, act: 'secondFactor.failed', detail: { step: 'code' } },
  ]);
});

test('a new password ends all other sessions', async () => {
  const { cookie, password, email } = await signInAs('viewer');
  const other = cookieOf(await ask('POST /sign-in/email', { email, password }));
  const change = { currentPassword: password, newPassword: 'another long password', revokeOtherSessions: false };
  const answer = await ask('POST /change-password', change, cookie);
  expect(answer.status).toBe(200);
  expect(await actorOf(other)).toBeNull();
  expect(await actorOf(cookieOf(answer))).not.toBeNull();
  const short = { currentPassword: 'another long password', newPassword: 'short' };
  expect((await ask('POST /change-password', short, cookieOf(answer))).status).toBe(400);
});

function ask(endpoint: string, body: unknown, cookie = '', from = '198.51.100.1'): Promise<Response> {
  const [method, path] = endpoint.split(' ');
  const request = new Request(`http://localhost:3000/api/auth${path}`, {
    method: method ?? 'POST',
    headers: { ...headersOf(cookie), 'x-forwarded-for': from },
    body: JSON.stringify(body),
  });
  return answerAuth(request);
}

function headersOf(cookie: string) {
  const origin = 'http://localhost:3000';
  return { host: 'localhost:3000', origin, 'content-type': 'application/json', ...(cookie ? { cookie } : {}) };
}

function actorOf(cookie: string) {
  return readActor(new Headers({ host: 'localhost:3000', cookie }));
}

async function acts(userId: string): Promise<readonly string[]> {
  const { rows } = await getPool().query('SELECT act FROM audit_entries WHERE subject_id = $1 ORDER BY id', [userId]);
  return rows.map(({ act }) => act);
}

/** What an authenticator app shows now (RFC 6238). */
function codeOf(secret: string): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const at = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function fromBase32(text: string): Uint8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
