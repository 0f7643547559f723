import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { Worker, WorkerOptions } from '../start/create-worker';
import { createTestDatabase } from './database';
import echoFlow from './echo-flow.json';
import { type FakeWhatsApp, startFakeWhatsApp } from './fake-whatsapp/start-fake-whatsapp';
import { startTcpProxy, type TcpProxy } from './tcp-proxy';

/** The whole runtime on a database of its own, between a fake WhatsApp and the test: only the far side is not real. */
export type RuntimeFixture = {
  readonly db: pg.Pool;
  readonly databaseUrl: string;
  readonly whatsapp: FakeWhatsApp;
  readonly webhookUrl: string;
  /** The product's way to the database, which a test can cut; the test's own `db` goes another. */
  readonly wire: TcpProxy;
  /** Starts a worker; several may work side by side. They are stopped at the end. */
  readonly startWorker: (options?: WorkerOptions) => Worker;
  /** A customer's message through the signed webhook. */
  readonly say: (phone: string, text: string, id?: string) => Promise<void>;
  /** Resolves when a query gives at least one row; rejects after five seconds. */
  readonly until: <Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<Row>;
  readonly close: () => Promise<void>;
};

/**
 * Starts it. Modules of the product are loaded only now, because they read the environment when they are.
 */
export async function startRuntime(environment: Readonly<Record<string, string>> = {}): Promise<RuntimeFixture> {
  const database = await createTestDatabase();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'vaarta-runtime-'));
  const { hostname, port: databasePort } = new URL(database.url);
  const wire = await startTcpProxy({ host: hostname, port: Number(databasePort) });
  const http = createServer();
  const port = await listen(http);
  const webhookUrl = `http://127.0.0.1:${port}/api/webhooks/whatsapp`;
  const secrets = { appSecret: 'app-secret', accessToken: 'access-token', phoneNumberId: '1555000111' };
  const whatsapp = await startFakeWhatsApp({ seed: 1, webhookUrl, ...secrets });
  Object.assign(process.env, {
    DATABASE_URL: replacePort(database.url, wire.port),
    BURST_WINDOW_MS: '0',
    LOG_LEVEL: 'silent',
    VAARTA_DATA_DIR: dataDir,
    WHATSAPP_ACCESS_TOKEN: secrets.accessToken,
    WHATSAPP_APP_SECRET: secrets.appSecret,
    WHATSAPP_VERIFY_TOKEN: 'verify-token',
    WHATSAPP_PHONE_NUMBER_ID: secrets.phoneNumberId,
    WHATSAPP_API_BASE_URL: whatsapp.apiBaseUrl,
    ...environment,
  });
  const [{ answerWebhook }, { createWorker }, { insertFlow }, { closeDatabase }, { parseFlow }] = await Promise.all([
    import('../inbox/answer-webhook'),
    import('../start/create-worker'),
    import('../flows/store'),
    import('../db/client'),
    import('@/flows/schema/parse-flow'),
  ]);
  const flow = parseFlow(echoFlow);
  if (!flow.ok) throw new Error(JSON.stringify(flow.issues));
  await insertFlow(flow.flow, 'test');
  http.on('request', (request, response) => void pass(request, response, answerWebhook));

  const db = new pg.Pool({ connectionString: database.url, max: 4 });
  const workers: Worker[] = [];
  return {
    db,
    databaseUrl: database.url,
    whatsapp,
    webhookUrl,
    wire,
    startWorker: (options) => {
      const worker = createWorker(options);
      workers.push(worker);
      return worker;
    },
    say: async (phone, text, id) => {
      await whatsapp.receiveFromCustomer({ from: { phone }, text, ...(id ? { id } : {}) });
    },
    until: (sql, values = []) => until(db, sql, values),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
      await whatsapp.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      await closeDatabase();
      await wire.close();
      await db.end();
      await database.drop();
      rmSync(dataDir, { recursive: true });
    },
  };
}

function replacePort(url: string, port: number): string {
  const changed = new URL(url);
  changed.port = String(port);
  return changed.href;
}

function listen(http: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(0, '127.0.0.1', () => {
      const address = http.address();
      if (address === null || typeof address === 'string') reject(new Error('The test server listens on no port.'));
      else resolve(address.port);
    });
  });
}

/** What Next does for the webhook's route. */
async function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: (channel: string, request: Request) => Promise<Response>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const headers = Object.entries(incoming.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const url = `http://127.0.0.1${incoming.url}`;
  const response = await answer('whatsapp', new Request(url, { method: 'POST', headers, body: Buffer.concat(chunks) }));
  outgoing.writeHead(response.status).end(await response.text());
}

async function until<Row extends pg.QueryResultRow>(
  db: pg.Pool,
  sql: string,
  values: readonly unknown[],
): Promise<Row> {
  const deadline = performance.now() + 5_000;
  for (;;) {
    const { rows } = await db.query<Row>(sql, [...values]);
    if (rows[0]) return rows[0];
    if (performance.now() > deadline) throw new Error(`This never came true: ${sql}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
