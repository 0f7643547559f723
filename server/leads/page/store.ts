import type { SlotValue } from '@/flows/schema/slots';
import type { Actor } from '../../auth/actor';
import { getPool } from '../../db/pool';
import { shownWords } from '../shown-words';
import { whyAsked } from '../sql';
import { visibleLead } from '../visibility/store';
import type { ConsentView } from './lead-details';

/** What a lead's page needs beside the row of the list. JSON is unread. */
export type StoredPage = Readonly<{
  flowId: string;
  interest: number;
  facts: Readonly<Record<string, SlotValue>>;
  updatedAt: Date;
  timezone: string;
  language: string;
  /** The schema `session` of flows/schema; null where there is none. */
  session: unknown;
  /** What models have cost for this contact, in rupees. */
  modelInr: string;
}>;

export async function selectPage(contactId: string): Promise<StoredPage | undefined> {
  const { rows } = await getPool().query<StoredPage>(
    `SELECT l.flow_id AS "flowId", l.interest, l.facts, l.updated_at AS "updatedAt", c.timezone, c.language,
       (SELECT state FROM flow_sessions s WHERE s.contact_id = l.contact_id
         ORDER BY (s.status = 'active') DESC, s.started_at DESC LIMIT 1) AS session,
       (SELECT COALESCE(sum(cost_inr), 0)::text FROM model_calls k WHERE k.contact_id = l.contact_id) AS "modelInr"
     FROM leads l JOIN contacts c ON c.id = l.contact_id WHERE l.contact_id = $1`,
    [contactId],
  );
  return rows[0];
}

/** The words of a customer's messages, by the channel's ids of them. */
export async function selectWords(
  contactId: string,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (messageIds.length === 0) return new Map();
  const { rows } = await getPool().query<{ id: string; content: unknown }>(
    `SELECT i.payload->>'messageId' AS id, m.content FROM messages m JOIN inbox_entries i ON i.id = m.inbox_entry_id
     WHERE m.contact_id = $1 AND i.payload->>'messageId' = ANY($2::text[])`,
    [contactId, messageIds],
  );
  return new Map(rows.map(({ id, content }) => [id, shownWords(content)]));
}

/** A turn in which a customer had a concern. JSON is unread. */
export type ConcernedTurn = Readonly<{ id: string; at: Date; input: unknown; intent: string; events: unknown }>;

/** The newest of them, the newest first. */
export async function selectConcernedTurns(contactId: string, most: number): Promise<readonly ConcernedTurn[]> {
  const { rows } = await getPool().query<ConcernedTurn>(
    `SELECT id, at, input, understanding->>'intent' AS intent, events FROM turns
     WHERE contact_id = $1 AND (understanding->>'intent' LIKE 'objection%' OR understanding->>'intent' = 'complaint')
     ORDER BY at DESC LIMIT $2`,
    [contactId, most],
  );
  return rows;
}

/** What they agreed to and took back, the newest first. */
export async function selectConsents(contactId: string): Promise<readonly ConsentView[]> {
  const { rows } = await getPool().query<Omit<ConsentView, 'at'> & { readonly at: Date }>(
    `SELECT purpose, status, notice_version AS "noticeVersion", language, channel, message_id AS "messageId", proof, at
     FROM consent_records WHERE contact_id = $1 ORDER BY id DESC LIMIT 200`,
    [contactId],
  );
  return rows.map((consent) => ({ ...consent, at: consent.at.toISOString() }));
}

export type StoredHandover = Readonly<{
  id: string;
  status: 'requested' | 'taken' | 'returned' | 'closed';
  askedBy: string;
  reason: string;
  assigneeId: string | null;
  assigneeName: string | null;
  createdAt: Date;
  takenAt: Date | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  outcome: string | null;
}>;

/** When a person was asked for and what came of it, the newest first. */
export async function selectHandovers(contactId: string): Promise<readonly StoredHandover[]> {
  const { rows } = await getPool().query<StoredHandover>(
    `SELECT h.id, h.status, h.asked_by AS "askedBy",
       ${whyAsked('h')} AS reason, h.assignee_id AS "assigneeId", u.name AS "assigneeName",
       h.created_at AS "createdAt", h.taken_at AS "takenAt", h.answered_at AS "answeredAt", h.ended_at AS "endedAt", h.outcome
     FROM handovers h LEFT JOIN users u ON u.id = h.assignee_id WHERE h.contact_id = $1 ORDER BY h.created_at DESC LIMIT 50`,
    [contactId],
  );
  return rows;
}

export type StoredSimilar = Readonly<{
  contactId: string;
  name: string | null;
  propertyType: string | null;
  city: string | null;
  purpose: string | null;
  loanAmount: string | null;
  outcome: string | null;
  stage: string;
  updatedAt: Date;
}>;

/** The lead that others are compared with. */
export type Likeness = Readonly<{
  contactId: string;
  city: string | null;
  propertyType: string | null;
  purpose: string | null;
  loanAmount: number | null;
}>;

/** How many of the next larger and of the next smaller loans are looked at. */
const NEAREST = 50;

/**
 * Ended leads of the same city, where that is known, with the nearest amounts: of these those that have most in common come
 * first.
 */
export async function selectSimilar(lead: Likeness, actor: Actor, most: number): Promise<readonly StoredSimilar[]> {
  const { contactId, city, propertyType, purpose, loanAmount } = lead;
  const nearest = (side: string) => `(SELECT l.contact_id, l.property_type, l.purpose, l.loan_amount FROM leads l
    WHERE ${visibleLead(actor, '$2')} AND l.contact_id <> $1 AND (l.outcome IS NOT NULL OR l.stage IN ('completed', 'not_interested'))
      ${city === null ? '' : 'AND l.city = $7'} AND l.loan_amount ${side} LIMIT ${NEAREST})`;
  const { rows } = await getPool().query<StoredSimilar>(
    `SELECT l.contact_id AS "contactId", c.name, l.property_type AS "propertyType", l.city, l.purpose,
       l.loan_amount AS "loanAmount", l.outcome, l.stage, l.updated_at AS "updatedAt"
     FROM (${nearest('>= $3::numeric ORDER BY l.loan_amount')} UNION ALL ${nearest('< $3::numeric ORDER BY l.loan_amount DESC')}) near
     JOIN leads l ON l.contact_id = near.contact_id JOIN contacts c ON c.id = l.contact_id
     ORDER BY COALESCE((near.property_type = $4)::int, 0) + COALESCE((near.purpose = $5)::int, 0) DESC,
       abs(near.loan_amount - $3::numeric), l.contact_id LIMIT $6`,
    [contactId, actor.id, loanAmount ?? 0, propertyType, purpose, most, ...(city === null ? [] : [city])],
  );
  return rows;
}
