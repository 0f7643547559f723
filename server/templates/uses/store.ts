import { getPool } from '../../db/pool';

/** Where a template is used: `live` counts also versions that somebody is still in. */
export type TemplateUse =
  | Readonly<{ name: string; place: 'live' | 'draft'; flowId: string; flowName: string }>
  | Readonly<{ name: string; place: 'closedWindow' }>;

/** Every use of a template by a flow or a setting. */
export async function selectTemplateUses(): Promise<readonly TemplateUse[]> {
  const [inFlows, inSettings] = await Promise.all([
    getPool().query<Extract<TemplateUse, { readonly flowId: string }>>(
      `SELECT DISTINCT ${template('document')} AS name, place, flow_id AS "flowId", flow_name AS "flowName" FROM (
         SELECT v.document, 'live' AS place, f.id AS flow_id, f.name AS flow_name FROM flow_versions v
         JOIN flows f ON f.id = v.flow_id
         WHERE v.version = f.active_version OR EXISTS (SELECT 1 FROM flow_sessions s
           WHERE s.flow_id = v.flow_id AND s.flow_version = v.version AND s.status = 'active')
         UNION ALL
         SELECT d.document, 'draft', f.id, f.name FROM flow_drafts d JOIN flows f ON f.id = d.flow_id
       ) AS documents ORDER BY place DESC, flow_name`,
    ),
    getPool().query<{ readonly name: string }>(
      `SELECT value->>'template' AS name FROM settings WHERE key = 'outbox.closedWindow' AND value->>'template' <> ''`,
    ),
  ]);
  return [...inFlows.rows, ...inSettings.rows.map(({ name }) => ({ name, place: 'closedWindow' as const }))];
}

/** A draft may be any document: what has another shape names no template. */
function template(document: string): string {
  return `jsonb_path_query(${document}, '$.states[*] ? (@.type == "template").data.name') #>> '{}'`;
}
