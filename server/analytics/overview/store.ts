import { readCampaignSettings } from '../../campaigns/settings/store';
import { getPool } from '../../db/pool';
import { type AnalyticsFilter, isOfLead, isWithin, valuesOf } from '../filter/analytics-filter';

/** How many leads that began in a time have the score by now from which the settings call one qualified. */
export async function countQualified(filter: AnalyticsFilter): Promise<number> {
  const { qualifiedFrom } = await readCampaignSettings();
  const { rows } = await getPool().query<{ readonly count: number }>({
    name: 'analytics.qualified',
    text: `SELECT count(*)::int AS count FROM leads l
      WHERE l.score >= $8 AND ${isWithin('l.created_at')} AND ${isOfLead}`,
    values: [...valuesOf(filter), qualifiedFrom],
  });
  return rows[0]?.count ?? 0;
}

/** What figures can be narrowed to. */
export type Choices = {
  readonly flows: readonly {
    readonly id: string;
    readonly name: string;
    readonly activeVersion: number | null;
    /** The newest first. */
    readonly versions: readonly number[];
  }[];
  readonly campaigns: readonly { readonly id: string; readonly name: string }[];
};

const MOST_CAMPAIGNS = 100;

/** All flows, the one with most conversations first, with what was published; and the campaigns that were launched last. */
export async function readChoices(): Promise<Choices> {
  const [flows, campaigns] = await Promise.all([
    getPool().query<Choices['flows'][number]>(
      `SELECT f.id, f.name, f.active_version AS "activeVersion", ARRAY(SELECT v.version FROM flow_versions v
         WHERE v.flow_id = f.id ORDER BY v.version DESC) AS versions
       FROM flows f LEFT JOIN (SELECT flow_id, sum(count) AS sessions FROM analytics_days WHERE measure = 'session'
         GROUP BY 1) counted ON counted.flow_id = f.id
       ORDER BY counted.sessions DESC NULLS LAST, f.name, f.id`,
    ),
    getPool().query<Choices['campaigns'][number]>(
      'SELECT id, name FROM campaigns WHERE launched_at IS NOT NULL ORDER BY launched_at DESC LIMIT $1',
      [MOST_CAMPAIGNS],
    ),
  ]);
  return { flows: flows.rows, campaigns: campaigns.rows };
}
