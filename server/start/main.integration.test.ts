import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEmptyDatabase } from '../testing/database';
import { takeLock } from './file-lock';
import { findFreePort } from './free-port';

// Each start here fails before it builds anything. A start that succeeds is what the browser tests begin with.

let checkout: string;

beforeEach(() => {
  checkout = mkdtempSync(path.join(tmpdir(), 'vaarta-start-'));
  mkdirSync(path.join(checkout, 'prisma/migrations'), { recursive: true });
  mkdirSync(path.join(checkout, 'prompts'));
  for (const shared of ['node_modules', 'prisma/generate.mjs', 'prompts/generate.mjs']) {
    symlinkSync(path.resolve(shared), path.join(checkout, shared));
  }
});

afterEach(() => rmSync(checkout, { recursive: true }));

type Ending = { readonly exitCode: number | string | null | undefined; readonly said: string };

/** Runs `npm start`'s program in the checkout and waits for its end. */
function start(variables: Record<string, string> = {}): Promise<Ending> {
  const { PATH, HOME } = process.env;
  const env = {
    PATH,
    HOME,
    NODE_ENV: 'production' as const,
    TSX_TSCONFIG_PATH: path.resolve('tsconfig.json'),
    ...variables,
  };
  const args = ['--import', 'tsx', path.resolve('server/start/main.ts')];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: checkout, env }, (error, _out, said) => {
      resolve({ exitCode: error ? error.code : 0, said });
    });
  });
}

function listen(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

/** One sentence, for a person: no stack, no second line. */
const oneSentence = (words: string | RegExp) => ({
  exitCode: 1,
  said: expect.stringMatching(
    new RegExp(`^(?!.*\\n\\s+at )[^\\n]*${typeof words === 'string' ? words : words.source}[^\\n]*\\.\\n$`),
  ),
});

test('a broken .env is named with its line', async () => {
  writeFileSync(path.join(checkout, '.env'), 'PORT=3000\nLOG LEVEL\n');
  expect(await start()).toEqual(oneSentence('Line 2 of .env cannot be read'));
});

test('a wrong value in .env is named, and the shell has the last word', async () => {
  writeFileSync(path.join(checkout, '.env'), 'PORT=99999\n');
  expect(await start()).toEqual(oneSentence('PORT must be a whole number'));
  expect(await start({ PORT: 'abc' })).toEqual(oneSentence('PORT must be a whole number'));
});

test('a second start on the same data is refused and names the first', async () => {
  mkdirSync(path.join(checkout, '.vaarta'));
  const lock = takeLock(path.join(checkout, '.vaarta/start.lock'));
  expect(await start()).toEqual(oneSentence(`Vaarta runs already on .*process ${process.pid}`));
  if (lock.ok) lock.release();
});

test('a port that another program uses is named, and nothing is left running or locked', async () => {
  const port = await findFreePort();
  const other = await listen(port);
  expect(await start({ PORT: String(port) })).toEqual(oneSentence(`Port ${port} on 127.0.0.1 is in use`));
  expect(await start({ PORT: String(port) })).toEqual(oneSentence(`Port ${port} on 127.0.0.1 is in use`));
  other.close();
});

test('a host that this machine does not have is named', async () => {
  expect(await start({ HOST: '192.0.2.1', PORT: '0' })).toEqual(
    oneSentence('HOST 192.0.2.1 is no address of this machine'),
  );
});

describe('a database that cannot be used is named without its password', () => {
  test('when nobody listens there', async () => {
    const port = await findFreePort();
    const ending = await start({ PORT: '0', DATABASE_URL: `postgresql://me:hush@127.0.0.1:${port}/bank` });
    expect(ending).toEqual(oneSentence(`The database at 127.0.0.1:${port}/bank .*ECONNREFUSED`));
    expect(ending.said).not.toContain('hush');
  });

  test('when it does not know the password', async () => {
    const database = await createEmptyDatabase();
    const url = new URL(database.url);
    url.password = 'hush';
    const ending = await start({ PORT: '0', DATABASE_URL: url.href });
    expect(ending).toEqual(oneSentence('password authentication failed'));
    expect(ending.said).not.toContain('hush');
    await database.drop();
  });
});

describe('a migration', () => {
  test('that cannot be read is named', async () => {
    mkdirSync(path.join(checkout, 'prisma/migrations/1_lost'));
    const database = await createEmptyDatabase();
    expect(await start({ PORT: '0', DATABASE_URL: database.url })).toEqual(oneSentence('1_lost cannot be read'));
    await database.drop();
  });

  test('that fails is named, and the database is as before', async () => {
    mkdirSync(path.join(checkout, 'prisma/migrations/1_wrong'));
    writeFileSync(
      path.join(checkout, 'prisma/migrations/1_wrong/migration.sql'),
      'CREATE TABLE half (id int); SELECT nope;',
    );
    const database = await createEmptyDatabase();
    expect(await start({ PORT: '0', DATABASE_URL: database.url })).toEqual(oneSentence('1_wrong could not be applied'));
    const db = new pg.Client({ connectionString: database.url });
    await db.connect();
    expect((await db.query(`SELECT to_regclass('half') AS half`)).rows).toEqual([{ half: null }]);
    await db.end();
    await database.drop();
  });
});
