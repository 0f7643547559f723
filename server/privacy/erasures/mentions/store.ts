import type { PoolClient } from 'pg';
import { storableJson } from '../../../inbox/storable-json';

type View = Readonly<{ id: string; name: string; query: string }>;

/** Every view that somebody of the studio keeps: a few for each of them. */
export async function selectAllViews(client: PoolClient): Promise<readonly View[]> {
  const { rows } = await client.query<View>('SELECT id, name, query FROM saved_views ORDER BY id');
  return rows;
}

export async function deleteViews(client: PoolClient, ids: readonly string[]): Promise<void> {
  await client.query('DELETE FROM saved_views WHERE id = ANY($1::uuid[])', [ids]);
}

type Recorded = Readonly<{ id: string; name: string; document: unknown }>;

/** Every recorded scenario: authors make them one by one. */
export async function selectAllScenarios(client: PoolClient): Promise<readonly Recorded[]> {
  const { rows } = await client.query<Recorded>('SELECT id, name, document FROM flow_scenarios ORDER BY id');
  return rows;
}

/** Drafts and versions of flows with one of these in them, whatever its case: there may be many, and each is large. */
export async function selectFlowsWith(
  client: PoolClient,
  signs: readonly string[],
): Promise<readonly { readonly id: string; readonly text: string }[]> {
  const { rows } = await client.query<{ id: string; text: string }>(
    `SELECT id, text FROM (SELECT flow_id AS id, document::text AS text FROM flow_drafts
       UNION ALL SELECT flow_id, document::text FROM flow_versions) f
     WHERE EXISTS (SELECT FROM unnest($1::text[]) AS sign WHERE strpos(lower(text), lower(sign)) > 0) ORDER BY id`,
    [signs],
  );
  return rows;
}

/** Where another scenario of the flow has the new name already, it gets one of its own. */
export async function updateScenario(client: PoolClient, { id, name, document }: Recorded): Promise<void> {
  await client.query(
    `UPDATE flow_scenarios s SET document = $3::jsonb, name = CASE WHEN EXISTS
       (SELECT 1 FROM flow_scenarios o WHERE o.flow_id = s.flow_id AND o.name = $2 AND o.id <> s.id)
       THEN $2 || ' ' || s.id ELSE $2 END
     WHERE s.id = $1`,
    [id, name, storableJson(document)],
  );
}
