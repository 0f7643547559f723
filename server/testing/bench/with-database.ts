import pg from 'pg';
import { sealedTypes } from '@/server/sealing/sealed-types';
import './share-secret';

/** Works on the database of a bench through a connection of its own, which is closed in any case. */
export async function withDatabase<Result>(url: string, work: (db: pg.Client) => Promise<Result>): Promise<Result> {
  const db = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    query_timeout: 60_000,
    types: sealedTypes,
  });
  await db.connect();
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}
