import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: database.url, LOG_LEVEL: 'silent' });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.drop();
});

const [first, second] = ['the first secret of this installation', 'the second secret of this installation'];

test('after a change of the secret every second factor is locked anew, and works without the old secret', async () => {
  vi.stubEnv('VAARTA_SECRET', second);
  vi.stubEnv('VAARTA_PREVIOUS_SECRET', first);
  const [{ relockFactors }, { getPool, closePool }] = await Promise.all([import('./store'), import('../../db/pool')]);
  const lock = (key: string, data: string) => symmetricEncrypt({ key, data });
  await getPool().query(`INSERT INTO users (id, name, email) VALUES ('u', 'U', 'u@lender.test')`);
  const insert = 'INSERT INTO user_two_factors (id, secret, backup_codes, user_id) VALUES ($1, $2, $3, $4)';
  await getPool().query(insert, ['old', await lock(first, 'of the app'), await lock(first, '["a"]'), 'u']);
  await getPool().query(insert, ['new', await lock(second, 'of today'), await lock(second, '["b"]'), 'u']);
  expect(await relockFactors()).toBe(1);
  expect(await relockFactors()).toBe(0);
  const { rows } = await getPool().query('SELECT secret, backup_codes AS codes FROM user_two_factors ORDER BY id');
  const opened = rows.map(async ({ secret, codes }) => [
    await symmetricDecrypt({ key: second, data: secret }),
    await symmetricDecrypt({ key: second, data: codes }),
  ]);
  expect(await Promise.all(opened)).toEqual([
    ['of today', '["b"]'],
    ['of the app', '["a"]'],
  ]);
  await closePool();
});
