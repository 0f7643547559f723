import { getPool } from '../../db/pool';

export type VersionSummary = Readonly<{
  version: number;
  note: string;
  /** Empty when nobody said who they are. */
  author: string;
  publishedAt: string;
  /** New sessions run it. */
  isActive: boolean;
  stateCount: number;
}>;

/** The published versions of a flow, newest first, without their documents. */
export async function selectVersions(flowId: string): Promise<readonly VersionSummary[]> {
  const { rows } = await getPool().query<Omit<VersionSummary, 'publishedAt'> & { readonly publishedAt: Date }>(
    `SELECT v.version, v.note, v.author, v.published_at AS "publishedAt",
       v.version IS NOT DISTINCT FROM f.active_version AS "isActive",
       CASE WHEN jsonb_typeof(v.document->'states') = 'array' THEN jsonb_array_length(v.document->'states') ELSE 0 END
         AS "stateCount"
     FROM flow_versions v JOIN flows f ON f.id = v.flow_id WHERE v.flow_id = $1 ORDER BY v.version DESC`,
    [flowId],
  );
  return rows.map(({ publishedAt, ...row }) => ({ ...row, publishedAt: publishedAt.toISOString() }));
}

/** What new sessions of a flow run, as the database says now. Undefined when it was never published. */
export async function readActiveVersion(flowId: string): Promise<number | undefined> {
  const { rows } = await getPool().query<{ readonly version: number | null }>(
    'SELECT active_version AS version FROM flows WHERE id = $1',
    [flowId],
  );
  return rows[0]?.version ?? undefined;
}
