import { readCampaignSettings } from '../../campaigns/settings/store';
import { getPool } from '../../db/pool';
import { type AnalyticsFilter, isOfContact, isWithin, valuesOf } from '../filter/analytics-filter';

/** What writing first brought: by why a follow-up was planned, and by campaign. */
export type Outreach = {
  readonly followUps: readonly FollowUpEffect[];
  readonly campaigns: readonly CampaignEffect[];
};

export type FollowUpEffect = {
  readonly reason: string;
  readonly sent: number;
  readonly answered: number;
  /** Answered, and their lead has come to another stage since it was sent. */
  readonly movedOn: number;
};

export type CampaignEffect = {
  readonly id: string;
  readonly name: string;
  /** ISO UTC. */
  readonly launchedAt: string;
  readonly people: number;
  readonly answered: number;
  /** Answered, and qualified by now. */
  readonly qualified: number;
};

export async function readOutreach(filter: AnalyticsFilter): Promise<Outreach> {
  const [followUps, campaigns] = await Promise.all([countFollowUps(filter), countCampaigns(filter)]);
  return { followUps, campaigns };
}

/** Of those sent in the time. */
async function countFollowUps(filter: AnalyticsFilter): Promise<readonly FollowUpEffect[]> {
  const { rows } = await getPool().query<FollowUpEffect>({
    name: 'analytics.followUps',
    text: `SELECT f.reason, count(*)::int AS sent, count(f.answered_at)::int AS answered,
        count(*) FILTER (WHERE l.stage_at > f.sent_at)::int AS "movedOn"
      FROM follow_ups f LEFT JOIN leads l ON l.contact_id = f.contact_id AND f.answered_at IS NOT NULL
      WHERE f.sent_at IS NOT NULL AND ${isWithin('f.sent_at')} AND ${isOfContact('f.contact_id')}
      GROUP BY 1 ORDER BY 2 DESC, 1`,
    values: [...valuesOf(filter)],
  });
  return rows;
}

const MOST_CAMPAIGNS = 30;

/** Of those launched in the time, the newest first. Without a look at each message: see the campaign itself for that. */
async function countCampaigns(filter: AnalyticsFilter): Promise<readonly CampaignEffect[]> {
  const { qualifiedFrom } = await readCampaignSettings();
  const { from, until, language, campaignId } = filter;
  const { rows } = await getPool().query<Omit<CampaignEffect, 'launchedAt'> & { readonly launchedAt: Date }>({
    name: 'analytics.campaigns',
    text: `WITH campaign AS (
        SELECT id, name, launched_at FROM campaigns WHERE ${isWithin('launched_at')} AND ($4::uuid IS NULL OR id = $4)
        ORDER BY launched_at DESC LIMIT ${MOST_CAMPAIGNS}
      )
      SELECT c.id, c.name, c.launched_at AS "launchedAt", counts.* FROM campaign c CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE r.status = 'queued')::int AS people, count(r.replied_at)::int AS answered,
          count(*) FILTER (WHERE l.score >= $5)::int AS qualified
        FROM campaign_recipients r LEFT JOIN leads l ON l.contact_id = r.contact_id AND r.replied_at IS NOT NULL
        WHERE r.campaign_id = c.id AND ($3::text IS NULL OR r.language = $3)) counts
      ORDER BY c.launched_at DESC`,
    values: [from, until, language, campaignId, qualifiedFrom],
  });
  return rows.map((row) => ({ ...row, launchedAt: row.launchedAt.toISOString() }));
}
