import type { ChannelId } from '../../channels/channel';
import type { LeadSource, LeadStage } from '../lead-stage';
import type { LeadRow } from '../lead-view';
import type { LeadReason } from '../score-lead';

/** A lead with what its row shows, as it is stored. Decimals are text. */
export type StoredLead = Readonly<{
  contactId: string;
  name: string | null;
  phone: string | null;
  language: string;
  channel: ChannelId;
  score: number;
  reasons: readonly LeadReason[];
  stage: LeadStage;
  stageAt: Date;
  stageById: string | null;
  stageByName: string | null;
  city: string | null;
  propertyType: string | null;
  propertyValue: string | null;
  loanAmount: string | null;
  purpose: string | null;
  income: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
  source: LeadSource;
  outcome: string | null;
  nextActionAt: Date | null;
  lastInboundAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  lastMessageAt: Date | null;
  conversationStatus: LeadRow['conversationStatus'];
  tags: readonly string[];
  optedOutAt: Date | null;
  snippet: string | null;
}>;

/**
 * The columns of a `StoredLead` and where they come from, for `leads l`. `searched` is the place of the search whose newest hit
 * among the messages is shown ("$2").
 */
export function leadColumns(searched: string): string {
  return `l.contact_id AS "contactId", COALESCE(NULLIF(btrim(c.name), ''), l.facts->>'name') AS name, c.phone, c.language,
    c.channel, l.score, l.reasons, l.stage, l.stage_at AS "stageAt", l.stage_by AS "stageById", mover.name AS "stageByName",
    l.city, l.property_type AS "propertyType", l.property_value AS "propertyValue", l.loan_amount AS "loanAmount", l.purpose,
    l.income, l.assignee_id AS "assigneeId", assignee.name AS "assigneeName", l.source, l.outcome,
    LEAST((SELECT due_at FROM follow_ups f WHERE f.contact_id = l.contact_id AND f.status = 'planned'),
      (SELECT min(due_at) FROM tasks t WHERE t.contact_id = l.contact_id AND t.done_at IS NULL)) AS "nextActionAt",
    c.last_inbound_at AS "lastInboundAt", l.created_at AS "createdAt", l.updated_at AS "updatedAt",
    v.last_at AS "lastMessageAt", COALESCE(v.status::text, 'bot') AS "conversationStatus", c.tags,
    c.opted_out_at AS "optedOutAt", CASE WHEN ${searched}::text IS NOT NULL THEN (
      SELECT left(COALESCE(m.content->>'text', m.content->>'caption', m.content->>'title', m.content#>>'{transcript,text}'), 160)
      FROM messages m WHERE m.contact_id = l.contact_id AND m.search @@ search_query(${searched})
      ORDER BY m.position DESC LIMIT 1) END AS snippet`;
}

export const leadTables = `leads l JOIN contacts c ON c.id = l.contact_id
  LEFT JOIN conversations v ON v.contact_id = l.contact_id
  LEFT JOIN users assignee ON assignee.id = l.assignee_id LEFT JOIN users mover ON mover.id = l.stage_by`;
