import type { OutgoingContent } from '@/flows/schema/message';
import { namedIn } from '../../contacts/named-in';
import { getPool } from '../../db/pool';
import { filteredStages, type RecipientFilter, type Stage, stageSql } from '../progress/stage';

export type RecipientRow = {
  readonly contactId: string;
  /** Where a later page goes on. */
  readonly position: number;
  readonly name: string | null;
  readonly phone: string | null;
  readonly language: string;
  readonly variant: string;
  readonly stage: Stage;
  /** Why, of one who failed, was left out or waits. */
  readonly problemCode: string | null;
  /** For a person: what happened and what to do; null where the code says all. */
  readonly problemDetail: string | null;
  readonly dueAt: Date;
  readonly sentAt: Date | null;
  readonly repliedAt: Date | null;
  readonly attempts: number;
};

const columns = `r.contact_id AS "contactId", r.position, c.name, c.phone, r.language, r.variant, ${stageSql} AS stage,
  COALESCE(o.problem_code, r.problem_code, CASE WHEN r.status = 'pending' THEN r.history->-1->>'code' END) AS "problemCode",
  o.problem_detail AS "problemDetail", r.due_at AS "dueAt", r.replied_at AS "repliedAt", r.attempts,
  CASE WHEN o.status = 'accepted' THEN o.settled_at END AS "sentAt"`;

const tables = `campaign_recipients r JOIN contacts c ON c.id = r.contact_id LEFT JOIN outbox_entries o ON o.id = r.outbox_id`;

export type RecipientsPage = {
  readonly campaignId: string;
  readonly filter: RecipientFilter;
  /** How words of a name or a number begin; empty for all. */
  readonly search: string;
  /** The position of the last one of the page before; 0 begins. */
  readonly after: number;
  readonly most: number;
};

/** Who is in a campaign, in its order. */
export async function selectRecipients(page: RecipientsPage): Promise<readonly RecipientRow[]> {
  const { campaignId, filter, search, after, most } = page;
  const named = namedIn(search, 6);
  const { rows } = await getPool().query<RecipientRow>(
    `SELECT ${columns} FROM ${tables}
     WHERE r.campaign_id = $1 AND r.position > $2 AND ${stageSql} = ANY($3)
       AND ${named.sql} AND (NOT $4::boolean OR r.replied_at IS NOT NULL)
     ORDER BY r.position LIMIT $5`,
    [campaignId, after, filteredStages[filter], filter === 'replied', most, ...named.values],
  );
  return rows;
}

/** One moment in the life of a recipient. */
export type HistoryEntry = {
  /** ISO. */
  readonly at: string;
  readonly what:
    | 'queued'
    | 'putOff'
    | 'takenBack'
    | 'excluded'
    | 'failed'
    | 'retried'
    | 'cancelled'
    | 'replied'
    | 'sent'
    | 'unknown';
  readonly code?: string;
};

export type RecipientDetail = RecipientRow & {
  readonly content: OutgoingContent | null;
  readonly history: readonly HistoryEntry[];
};

export async function selectRecipient(campaignId: string, contactId: string): Promise<RecipientDetail | undefined> {
  const { rows } = await getPool().query<RecipientDetail>(
    `SELECT ${columns}, r.content, r.history || CASE WHEN o.status IN ('accepted', 'unknown') THEN jsonb_build_array(
       jsonb_build_object('at', o.settled_at, 'what', CASE o.status WHEN 'unknown' THEN 'unknown' ELSE 'sent' END))
       ELSE '[]' END AS history
     FROM ${tables} WHERE r.campaign_id = $1 AND r.contact_id = $2`,
    [campaignId, contactId],
  );
  return rows[0];
}
