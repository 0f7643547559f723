import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { discardPostgres } from '../../db/embedded/postgres-server';
import { endOrphan } from '../../start/app-process';
import { takeLock } from '../../start/file-lock';
import { findFreePort } from '../../start/free-port';
import type { Rules } from '../fake-whatsapp/rule-book';
import { type FakeWhatsApp, startFakeWhatsApp } from '../fake-whatsapp/start-fake-whatsapp';
import { AppUnderLoad } from './app-under-load';

/** What a bench of the runtime plays on: the whole product, and a WhatsApp in this process that it talks with. */
export type Stage = {
  readonly app: AppUnderLoad;
  /** Apps that work on the same database, which no webhook is posted to. */
  readonly others: readonly AppUnderLoad[];
  readonly fake: FakeWhatsApp;
};

export type StageOptions = {
  readonly seed: number;
  readonly burstWindowMs: number;
  /** How long WhatsApp waits at most before it posts a webhook again that was not answered with 200. */
  readonly longestRetryMs: number;
  /** How many apps work on one database; 1 without it. */
  readonly apps?: number;
  /** Meta's rules that WhatsApp keeps; none without it. */
  readonly rules?: Rules;
  readonly signal: AbortSignal;
};

/** Plays on new data, which is removed afterwards together with all processes, whatever happens. */
export async function withStage<Result>(
  options: StageOptions,
  play: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const release = lockStage();
  try {
    await clear();
    mkdirSync(dataDir, { recursive: true });
    chmodSync(dataDir, 0o755); // PostgreSQL runs as another user when we are root
    const port = await findFreePort();
    const fake = await startFakeWhatsApp({
      ...account,
      seed: options.seed,
      rules: options.rules ?? {},
      webhookUrl: `http://127.0.0.1:${port}/api/webhooks/whatsapp`,
      retry: { attempts: 100_000, longestWaitMs: options.longestRetryMs },
    });
    const common = { env: appEnv(fake, options), announce: (line: string) => console.log(line) };
    const app = new AppUnderLoad({ ...common, dataDir, port });
    const others: AppUnderLoad[] = [];
    try {
      describeNumber(fake, options);
      await app.start(options.signal);
      for (let number = 2; number <= (options.apps ?? 1); number += 1) {
        const own = { dataDir: path.join(dataDir, `app-${number}`), port: await findFreePort() };
        const other = new AppUnderLoad({ ...common, ...own, databaseUrl: app.databaseUrl });
        others.push(other);
        await other.start(options.signal);
      }
      return await play({ app, others, fake });
    } finally {
      await Promise.all([...others, app].map((each) => each.stop()));
      await fake.close();
    }
  } finally {
    await clear();
    release();
  }
}

const dataDir = path.resolve('.vaarta/bench');

const account = {
  accessToken: 'bench-access-token',
  appSecret: 'bench-app-secret',
  phoneNumberId: '220011002200110',
} as const;

/** What the product is told of its number: the pace that is kept here, or else one that nothing comes near. */
function describeNumber(fake: FakeWhatsApp, { rules }: StageOptions): void {
  fake.account.describe(account.phoneNumberId, {
    throughput: { level: (rules?.throughputPerSecond ?? 1000) > 80 ? 'HIGH' : 'STANDARD' },
    whatsapp_business_manager_messaging_limit: 'TIER_UNLIMITED',
  });
}

function appEnv(fake: FakeWhatsApp, { burstWindowMs }: StageOptions): Record<string, string> {
  return {
    BURST_WINDOW_MS: String(burstWindowMs),
    WHATSAPP_ACCESS_TOKEN: account.accessToken,
    WHATSAPP_APP_SECRET: account.appSecret,
    WHATSAPP_PHONE_NUMBER_ID: account.phoneNumberId,
    WHATSAPP_VERIFY_TOKEN: 'bench-verify-token',
    WHATSAPP_API_BASE_URL: fake.apiBaseUrl,
  };
}

/** Two benches at once would measure each other. */
function lockStage(): () => void {
  mkdirSync(path.dirname(dataDir), { recursive: true });
  const lock = takeLock(`${dataDir}.lock`);
  if (lock.ok) return lock.release;
  throw new Error(`Another bench runs here (process ${lock.holder}): wait until it has ended.`);
}

/** Removes this bench's data, or what an earlier one left that was killed. */
async function clear(): Promise<void> {
  const folders = existsSync(dataDir) ? readdirSync(dataDir).filter((name) => name.startsWith('app-')) : [];
  for (const folder of [dataDir, ...folders.map((name) => path.join(dataDir, name))]) await endOrphan(folder);
  await discardPostgres(path.join(dataDir, 'postgres'), 'lasting');
  rmSync(dataDir, { recursive: true, force: true });
}
