import { getPool } from '../../db/pool';
import { type Stage, stageSql } from './stage';

export type StageCount = {
  readonly stage: Stage;
  /** Why, of those who failed or were left out. */
  readonly code: string | null;
  /** Whether the message was surely never sent. */
  readonly isUnsent: boolean;
  readonly count: number;
};

/** How many people are where; one pass over a campaign. */
export async function countStages(campaignId: string): Promise<readonly StageCount[]> {
  const { rows } = await getPool().query<StageCount>(
    `SELECT stage, CASE WHEN stage IN ('failed', 'excluded') THEN code END AS code, is_unsent AS "isUnsent", count(*)::int AS count
     FROM (SELECT ${stageSql} AS stage, COALESCE(o.problem_code, r.problem_code) AS code,
         o.status IS NOT DISTINCT FROM 'rejected' AS is_unsent
       FROM campaign_recipients r LEFT JOIN outbox_entries o ON o.id = r.outbox_id WHERE r.campaign_id = $1) people
     GROUP BY 1, 2, 3`,
    [campaignId],
  );
  return rows;
}

/** What came of a campaign. */
export type Answers = {
  readonly replied: number;
  readonly qualified: number;
  readonly handedOver: number;
  /** Who asked for no more messages, or for no more marketing, after they got theirs. */
  readonly optedOut: number;
};

type Group = { readonly language: string; readonly variant: string };

/** By language and variant. A lead is qualified from a score of `qualifiedFrom` on. */
export async function countAnswers(campaignId: string, qualifiedFrom: number): Promise<readonly (Group & Answers)[]> {
  const { rows } = await getPool().query<Group & Answers>(
    `WITH replied AS (
       SELECT r.language, r.variant, 1 AS replied, (l.score >= $2)::int AS qualified, 0 AS stopped, EXISTS (
         SELECT 1 FROM handovers h WHERE h.contact_id = r.contact_id AND h.created_at >= r.replied_at)::int AS handed
       FROM campaign_recipients r LEFT JOIN leads l ON l.contact_id = r.contact_id
       WHERE r.campaign_id = $1 AND r.replied_at IS NOT NULL
     ), stopped AS (
       SELECT r.language, r.variant, 0, 0, 1, 0
       FROM contacts c JOIN campaign_recipients r ON r.campaign_id = $1 AND r.contact_id = c.id
       WHERE (c.opted_out_at IS NOT NULL OR c.marketing_stopped_at IS NOT NULL) AND r.status = 'queued'
         AND GREATEST(c.opted_out_at, c.marketing_stopped_at) >= r.settled_at
     )
     SELECT language, variant, sum(replied)::int AS replied, COALESCE(sum(qualified), 0)::int AS qualified,
       sum(handed)::int AS "handedOver", sum(stopped)::int AS "optedOut"
     FROM (SELECT * FROM replied UNION ALL SELECT * FROM stopped) people GROUP BY 1, 2`,
    [campaignId, qualifiedFrom],
  );
  return rows;
}

export type Reached = Group & {
  readonly people: number;
  readonly sent: number;
  readonly delivered: number;
  readonly read: number;
  readonly failed: number;
};

/** How far the messages came, by language and variant; who was left out is in none. */
export async function countReached(campaignId: string): Promise<readonly Reached[]> {
  const { rows } = await getPool().query<Reached>(
    `SELECT language, variant, count(*)::int AS people, count(*) FILTER (WHERE stage IN ('sent', 'delivered', 'read'))::int AS sent,
       count(*) FILTER (WHERE stage IN ('delivered', 'read'))::int AS delivered, count(*) FILTER (WHERE stage = 'read')::int AS read,
       count(*) FILTER (WHERE stage = 'failed')::int AS failed
     FROM (SELECT r.language, r.variant, ${stageSql} AS stage
       FROM campaign_recipients r LEFT JOIN outbox_entries o ON o.id = r.outbox_id
       WHERE r.campaign_id = $1 AND r.status <> 'excluded') people
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [campaignId],
  );
  return rows;
}

/** Delivered messages of one price class on one day (in India). */
export type PricedGroup = Group & {
  readonly category: string;
  readonly type: string;
  readonly day: string;
  readonly delivered: number;
};

export async function countPriced(campaignId: string): Promise<readonly PricedGroup[]> {
  const { rows } = await getPool().query<PricedGroup>(
    `SELECT r.language, r.variant, m.category, m.type, to_char(m.at AT TIME ZONE 'Asia/Kolkata', 'YYYY-MM-DD') AS day,
       count(*)::int AS delivered
     FROM campaign_recipients r JOIN message_costs m ON m.outbox_id = r.outbox_id JOIN outbox_entries o ON o.id = r.outbox_id
     WHERE r.campaign_id = $1 AND o.delivery IN ('delivered', 'read', 'played') GROUP BY 1, 2, 3, 4, 5`,
    [campaignId],
  );
  return rows;
}

/** A campaign as the list shows it. */
export type CampaignCounts = {
  readonly id: string;
  readonly people: number;
  readonly pending: number;
  readonly queued: number;
  readonly excluded: number;
  readonly replied: number;
};

/** Without a look at the messages: cheap for many campaigns at once. */
export async function countPeople(campaignIds: readonly string[]): Promise<readonly CampaignCounts[]> {
  const { rows } = await getPool().query<CampaignCounts>(
    `SELECT campaign_id AS id, count(*)::int AS people, count(*) FILTER (WHERE status = 'pending')::int AS pending,
       count(*) FILTER (WHERE status = 'queued')::int AS queued, count(*) FILTER (WHERE status = 'excluded')::int AS excluded,
       count(replied_at)::int AS replied
     FROM campaign_recipients WHERE campaign_id = ANY($1) GROUP BY 1`,
    [campaignIds],
  );
  return rows;
}
