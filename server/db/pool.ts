import pg from 'pg';
import { getEnv } from '../env';

/**
 * The process's connections, for hand-written SQL (claims with SKIP LOCKED, advisory locks). Prisma draws from the same
 * pool.
 */
export function getPool(): pg.Pool {
  globalThis.vaartaPool ??= createPool(databaseUrl(), getEnv().DATABASE_POOL_SIZE);
  return globalThis.vaartaPool;
}

/** Closes the pool, so that a script or a test can end. The next `getPool` opens a new one. */
export async function closePool(): Promise<void> {
  const open = globalThis.vaartaPool;
  globalThis.vaartaPool = undefined;
  await open?.end();
}

/** `next dev` evaluates modules again after each edit: the pool outlives them here. */
declare global {
  var vaartaPool: pg.Pool | undefined;
}

const timeouts = { connectionTimeoutMillis: 5000, keepAlive: true } as const;

function createPool(connectionString: string, size: number): pg.Pool {
  const created = new pg.Pool({
    connectionString,
    max: size,
    idleTimeoutMillis: 30_000,
    onConnect: planAnew,
    ...timeouts,
  });
  // An idle connection that breaks is replaced by the next query; without a listener it would end the process.
  created.on('error', () => undefined);
  return created;
}

/**
 * Hand-written statements are prepared once for each connection, and planned at each use: a plan that was made while the
 * tables were empty would still be used when they are full.
 */
async function planAnew(client: pg.ClientBase): Promise<void> {
  await client.query('SET plan_cache_mode = force_custom_plan');
}

/** Read at first use and not through `getEnv`: a test names its own database after this module was loaded. */
function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set: start through `npm start`, which sets it.');
  return url;
}
