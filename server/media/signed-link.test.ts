import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { keptSecret } from '../secret';

const folder = mkdtempSync(path.join(tmpdir(), 'vaarta-secret-'));
vi.stubEnv('VAARTA_DATA_DIR', folder);
vi.stubEnv('VAARTA_SECRET', '');
const { fileLink, isLinkGood } = await import('./signed-link');

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const minute = 60_000;
const now = Date.UTC(2026, 10, 26, 10, 2);
const fileId = '018f0000-0000-7000-8000-000000000001';

test('a link is good for 10 to 15 minutes and then no more', () => {
  const link = fileLink(fileId, now);
  expect(link).toMatch(new RegExp(`^/api/media/${fileId}\\?expires=\\d+&signature=[\\w-]{43}$`));
  expect(isLinkGood(fileId, queryOf(link), now + 10 * minute)).toBe(true);
  expect(isLinkGood(fileId, queryOf(link), now + 15 * minute)).toBe(false);
});

test('links made within the same five minutes are the same, so that a page loads nothing twice', () => {
  expect(fileLink(fileId, now + 2 * minute)).toBe(fileLink(fileId, now));
  expect(fileLink(fileId, now + 4 * minute)).not.toBe(fileLink(fileId, now));
});

test('a link that was changed in any part is refused', () => {
  const good = queryOf(fileLink(fileId, now));
  const changes: readonly [string, string][] = [
    ['expires', String(Number(good.get('expires')) + 1)],
    ['expires', `0${good.get('expires')}`],
    ['expires', 'Infinity'],
    ['signature', ''],
    ['signature', `${good.get('signature')}A`],
    ['signature', String(good.get('signature')).replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'))],
  ];
  for (const [name, value] of changes) {
    const changed = new URLSearchParams(good);
    changed.set(name, value);
    expect(isLinkGood(fileId, changed, now)).toBe(false);
  }
  expect(isLinkGood(fileId.replace('1', '2'), good, now)).toBe(false);
  expect(isLinkGood(fileId, new URLSearchParams(), now)).toBe(false);
});

test('the secret is made once, kept to its owner, and the same for whoever asks', () => {
  const other = path.join(folder, 'other');
  const secret = keptSecret(other);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(keptSecret(other)).toBe(secret);
  expect(statSync(path.join(other, 'secret')).mode & 0o777).toBe(0o600);
  expect(readFileSync(path.join(other, 'secret'), 'utf8')).toBe(secret);
});

test('a file without a secret is named instead of being signed with', () => {
  writeFileSync(path.join(folder, 'secret'), '');
  expect(() => keptSecret(folder)).toThrow(/holds no secret/);
});

function queryOf(link: string): URLSearchParams {
  return new URL(link, 'http://localhost').searchParams;
}
