import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { discardPostgres, startPostgres, stopPostgres } from '../../../db/embedded/postgres-server';
import { migrate } from '../../../db/migrate';
import { closePool } from '../../../db/pool';
import { KnownError } from '../../../errors';
import { serveRunner } from './serve-runner';
import { syncApp } from './sync-app';

const usage = `npm run jobs:serve -- [--port 8288] [--host 127.0.0.1] [--sdk-url http://127.0.0.1:3000/api/inngest]
                       [--database postgres://…] [--data FOLDER]

Runs other apps' Inngest functions. Without --database it starts a PostgreSQL of its own: in --data, which is kept, or in a
folder that is removed at the end. With INNGEST_SIGNING_KEY and INNGEST_EVENT_KEY set, calls are signed and callers must know them.`;

/** `npm run jobs:serve`: the embedded runner alone, in the place of an Inngest server. */
async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) {
    console.log(usage);
    return;
  }
  const database = await openDatabase(options);
  process.env.DATABASE_URL = database.url;
  await migrate(database.url, path.resolve('prisma/migrations'));
  const signingKey = process.env.INNGEST_SIGNING_KEY;
  const { host, port } = options;
  const served = await serveRunner({ host, port, signingKey, eventKey: process.env.INNGEST_EVENT_KEY }).catch(
    async (error: unknown) => {
      await database.close();
      throw error;
    },
  );
  console.log(`The embedded runner answers at ${served.url}. Give it to an app with INNGEST_DEV=${served.url}`);
  const announce = (text: string) => console.log(text);
  const syncs = options.sdkUrls.map((url) => syncApp({ url, signingKey, announce }));
  await ended();
  await Promise.all(syncs.map((sync) => sync.stop()));
  await served.close();
  await database.close();
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8288' },
      host: { type: 'string', default: '127.0.0.1' },
      'sdk-url': { type: 'string', short: 'u', multiple: true, default: [] },
      database: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new KnownError('settings.invalid', '--port must be a number from 0 to 65535.');
  }
  const { host, database, data, help } = values;
  return { host, port, database, data, help, sdkUrls: values['sdk-url'] };
}

type Database = { readonly url: string; readonly close: () => Promise<void> };

async function openDatabase(options: {
  readonly database: string | undefined;
  readonly data: string | undefined;
}): Promise<Database> {
  if (options.database) return { url: options.database, close: closePool };
  if (options.data) {
    const kept = path.resolve(options.data, 'postgres');
    const { url } = await startPostgres(kept, 'lasting');
    return { url, close: () => closePool().then(() => stopPostgres(kept, 'lasting')) };
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'vaarta-jobs-'));
  const { url } = await startPostgres(path.join(folder, 'postgres'), 'temporary');
  return {
    url,
    close: async () => {
      await closePool();
      await discardPostgres(path.join(folder, 'postgres'), 'temporary');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves when somebody asks this process to end. */
function ended(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

await main().catch((error: unknown) => {
  console.error(error instanceof KnownError ? error.message : error);
  process.exitCode = 1;
});
