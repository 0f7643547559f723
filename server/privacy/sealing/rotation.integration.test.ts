import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: database.url, LOG_LEVEL: 'silent' });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  const { closePool } = await import('../../db/pool');
  await closePool();
  await database.drop();
});

const [first, second] = ['the first secret of this installation', 'the second secret of this installation'];

test('after a change of the secret every key is locked anew, and then the old secret opens nothing', async () => {
  const key = randomBytes(32);
  await (await withSecrets(first)).insertKey('archive:a', key);

  const after = await withSecrets(second, first);
  expect(await after.readKey('archive:a')).toEqual(key);
  expect(await after.rewrapKeys()).toEqual({ rewrapped: 1, lost: 0 });
  expect(await after.rewrapKeys()).toEqual({ rewrapped: 0, lost: 0 });

  expect(await (await withSecrets(second)).readKey('archive:a')).toEqual(key);
  const old = await withSecrets(first);
  expect(await old.readKey('archive:a')).toBeUndefined();
  expect(await old.rewrapKeys()).toEqual({ rewrapped: 0, lost: 1 });
});

test('what was sealed is opened by its own key, under its own name, unchanged', async () => {
  const { seal, unseal, newKey } = await import('./seal');
  const key = newKey();
  const sealed = seal(key, 'archive:a', Buffer.from('said'));
  expect(unseal(key, 'archive:a', sealed).toString()).toBe('said');
  expect(() => unseal(newKey(), 'archive:a', sealed)).toThrow();
  expect(() => unseal(key, 'archive:b', sealed)).toThrow();
  sealed.writeUInt8(sealed.readUInt8(sealed.length - 1) ^ 1, sealed.length - 1);
  expect(() => unseal(key, 'archive:a', sealed)).toThrow();
});

/** The store as a process sees it that was started with these secrets. */
async function withSecrets(secret: string, previous = '') {
  vi.stubEnv('VAARTA_SECRET', secret);
  vi.stubEnv('VAARTA_PREVIOUS_SECRET', previous);
  vi.resetModules();
  const [{ insertKey, readKey, rewrapKeys }, { getPool }] = await Promise.all([
    import('./store'),
    import('../../db/pool'),
  ]);
  return {
    insertKey: (id: string, key: Buffer) => insertKey(getPool(), id, key),
    readKey: (id: string) => readKey(getPool(), id),
    rewrapKeys,
  };
}
