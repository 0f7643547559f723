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
}>;

/** The columns of a `StoredLead`, for `leads l` and the tables beside it. */
export const leadColumns = `l.contact_id AS "contactId", COALESCE(NULLIF(btrim(c.name), ''), l.facts->>'name') AS name, c.phone, c.language,
    c.channel, l.score, l.reasons, l.stage, l.stage_at AS "stageAt", l.stage_by AS "stageById", mover.name AS "stageByName",
    l.city, l.property_type AS "propertyType", l.property_value AS "propertyValue", l.loan_amount AS "loanAmount", l.purpose,
    l.income, l.assignee_id AS "assigneeId", assignee.name AS "assigneeName", l.source, l.outcome,
    LEAST((SELECT due_at FROM follow_ups f WHERE f.contact_id = l.contact_id AND f.status = 'planned'),
      (SELECT min(due_at) FROM tasks t WHERE t.contact_id = l.contact_id AND t.done_at IS NULL)) AS "nextActionAt",
    c.last_inbound_at AS "lastInboundAt", l.created_at AS "createdAt", l.updated_at AS "updatedAt",
    v.last_at AS "lastMessageAt", COALESCE(v.status::text, 'bot') AS "conversationStatus", c.tags,
    c.opted_out_at AS "optedOutAt"`;

export const leadTables = `leads l JOIN contacts c ON c.id = l.contact_id
  LEFT JOIN conversations v ON v.contact_id = l.contact_id
  LEFT JOIN users assignee ON assignee.id = l.assignee_id LEFT JOIN users mover ON mover.id = l.stage_by`;
