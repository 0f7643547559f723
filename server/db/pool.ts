import pg from 'pg';
import { getEnv } from '../env';
import { sealedTypes } from '../sealing/sealed-types';

/**
 * The process's connections, for hand-written SQL (claims with SKIP LOCKED, advisory locks). What columns keep sealed is read
 * open. Prisma draws from the same pool, but reads for itself: it is not for tables with sealed columns.
 */
export function getPool(): pg.Pool {
  globalThis.vaartaPool ??= createPool(databaseUrl(), getEnv().DATABASE_POOL_SIZE, planAnew);
  return globalThis.vaartaPool;
}

/**
 * A few connections for statements that are long, run many times a second, and reach every table by an index whatever is in
 * it. They are planned once and not at each use, which would take longer than running them.
 */
export function getSteadyPool(): pg.Pool {
  globalThis.vaartaSteadyPool ??= createPool(databaseUrl(), 2, planOnce);
  return globalThis.vaartaSteadyPool;
}

/** Closes the pools, so that a script or a test can end. The next `getPool` opens a new one. */
export async function closePool(): Promise<void> {
  const open = [globalThis.vaartaPool, globalThis.vaartaSteadyPool];
  globalThis.vaartaPool = undefined;
  globalThis.vaartaSteadyPool = undefined;
  await Promise.all(open.map((pool) => pool?.end()));
}

/** `next dev` evaluates modules again after each edit: the pools outlive them here. */
declare global {
  var vaartaPool: pg.Pool | undefined;
  var vaartaSteadyPool: pg.Pool | undefined;
}

const timeouts = { connectionTimeoutMillis: 5000, keepAlive: true } as const;

function createPool(connectionString: string, size: number, onConnect: typeof planAnew): pg.Pool {
  const created = new pg.Pool({
    connectionString,
    max: size,
    idleTimeoutMillis: 30_000,
    onConnect,
    types: sealedTypes,
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

/** Without these ways of reading whole tables, a plan that was made while they were empty is right for full ones too. */
async function planOnce(client: pg.ClientBase): Promise<void> {
  await client.query(`SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET enable_bitmapscan = off;
    SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off`);
}

/** Read at first use and not through `getEnv`: a test names its own database after this module was loaded. */
function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set: start through `npm start`, which sets it.');
  return url;
}
