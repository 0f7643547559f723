import { getPool } from '../../db/pool';
import { readFollowUpSettings } from '../../followups/settings/store';
import { readOutboxSettings } from '../../outbox/settings/store';

/** Where a template is used: `live` counts also versions that somebody is still in. */
export type TemplateUse =
  | Readonly<{ name: string; place: 'live' | 'draft'; flowId: string; flowName: string }>
  | Readonly<{ name: string; place: 'campaign'; campaignId: string; campaignName: string }>
  | Readonly<{ name: string; place: 'closedWindow' | 'followUps' }>;

/** Every use of a template by a flow, a setting, or a campaign that is not over. */
export async function selectTemplateUses(): Promise<readonly TemplateUse[]> {
  const [outbox, followUps, inFlows, inCampaigns] = await Promise.all([
    readOutboxSettings(),
    readFollowUpSettings(),
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
    getPool().query<Extract<TemplateUse, { readonly campaignId: string }>>(
      `SELECT DISTINCT v->>'template' AS name, 'campaign' AS place, c.id AS "campaignId", c.name AS "campaignName"
       FROM campaigns c, jsonb_path_query(c.plan, '$.variants[*]') AS v
       WHERE c.status NOT IN ('done', 'cancelled') ORDER BY c.name`,
    ),
  ]);
  return [
    ...inFlows.rows,
    ...inCampaigns.rows,
    ...inSetting('closedWindow', outbox.closedWindow.template),
    ...inSetting('followUps', followUps.template),
  ];
}

function inSetting(place: 'closedWindow' | 'followUps', name: string | null): TemplateUse[] {
  return name === null ? [] : [{ name, place }];
}

/** A draft may be any document: what has another shape names no template. */
function template(document: string): string {
  return `jsonb_path_query(${document}, '$.states[*] ? (@.type == "template").data.name') #>> '{}'`;
}
