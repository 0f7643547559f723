import type { ProductFacts } from '@/prompts/facts/product-facts';
import { recordAudit } from '../audit/store';
import type { Actor } from '../auth/actor';
import { getPool } from '../db/pool';
import { inTransaction } from '../db/transaction';
import { storableJson } from '../inbox/storable-json';

/** The product facts as somebody saved them once. */
export type StoredFacts = {
  /** From 1 on; 0 stands for the facts that were shipped. */
  readonly version: number;
  /** The schema `productFacts`, as it was then. */
  readonly facts: unknown;
  readonly note: string;
  /** Empty when nobody said who they are. */
  readonly author: string;
  readonly createdAt: Date;
};

const columns = 'version, facts, note, author, created_at AS "createdAt"';

/** What holds now; undefined while nobody has changed what was shipped. */
export async function selectNewestFacts(): Promise<StoredFacts | undefined> {
  const [newest] = await selectFactsVersions(1);
  return newest;
}

/** The newest versions, the newest first. */
export async function selectFactsVersions(most: number): Promise<readonly StoredFacts[]> {
  const { rows } = await getPool().query<StoredFacts>(
    `SELECT ${columns} FROM facts_versions ORDER BY version DESC LIMIT $1`,
    [most],
  );
  return rows;
}

export async function selectFactsVersion(version: number): Promise<StoredFacts | undefined> {
  const { rows } = await getPool().query<StoredFacts>(`SELECT ${columns} FROM facts_versions WHERE version = $1`, [
    version,
  ]);
  return rows[0];
}

export type NewFacts = {
  readonly facts: ProductFacts;
  readonly note: string;
  readonly author: string;
  /** Who answers for it in the audit log. */
  readonly actor?: Pick<Actor, 'id' | 'name'>;
  /** The version that they are a change of. */
  readonly after: number;
};

/** Makes them the newest and says their version; undefined, and nothing is written, when `after` is not the newest any more. */
export async function insertFacts({ facts, note, author, actor, after }: NewFacts): Promise<number | undefined> {
  return inTransaction(async (client) => {
    // Of two who save at once the second is told; readers don't wait.
    await client.query('LOCK TABLE facts_versions IN SHARE ROW EXCLUSIVE MODE');
    const { rows } = await client.query<{ readonly version: number }>(
      `INSERT INTO facts_versions (version, facts, note, author)
       SELECT $4 + 1, $1::jsonb, $2, $3
       WHERE COALESCE((SELECT max(version) FROM facts_versions), 0) = $4::int RETURNING version`,
      [storableJson(facts), note, author, after],
    );
    const version = rows[0]?.version;
    if (version === undefined || !actor) return version;
    const { id, name } = actor;
    const subject = { type: 'facts', id: `${version}` } as const;
    await recordAudit({ actor: { id, name }, act: 'facts.published', subject, detail: {} }, client);
    return version;
  });
}
