import type { Actor } from '../../auth/actor';
import type { ChannelId } from '../../channels/channel';
import { namedIn } from '../../contacts/named-in';
import { getPool } from '../../db/pool';
import { visibleLead } from '../../leads/visibility/store';
import { authorHasLeft } from '../officer/store';
import type { PlanStep } from '../plan/plan-step';
import type { PlanReason } from '../settings/follow-up-settings';

export const followUpStatuses = ['planned', 'queued', 'sent', 'answered', 'cancelled', 'failed'] as const;
export type FollowUpStatus = (typeof followUpStatuses)[number];

/** A follow-up as it is stored, with what its words are made of. */
export type StoredFollowUp = {
  readonly id: string;
  readonly contactId: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly language: string;
  readonly timezone: string;
  readonly channel: ChannelId;
  readonly lastInboundMs: number | null;
  readonly dueAt: Date;
  readonly wantedAt: Date | null;
  readonly status: FollowUpStatus;
  readonly statusReason: string | null;
  readonly reason: PlanReason;
  readonly summary: string;
  readonly steps: readonly PlanStep[];
  readonly text: string | null;
  readonly sentAt: Date | null;
  readonly answeredAt: Date | null;
  readonly pausedAt: Date | null;
  readonly author: string | null;
  /** They write to nobody any more: their own words are not said. */
  readonly authorHasLeft: boolean;
  readonly origin: 'flow' | 'officer';
  readonly updatedAt: Date;
  /** What was said, once it was; unread. */
  readonly content: unknown;
  /** The slots of the session and the facts of the lead, unread. */
  readonly state: unknown;
  readonly leadFacts: unknown;
};

export type FollowUpQuestion = {
  /** ISO 8601: due from then on, and before that. */
  readonly from: string;
  readonly until: string;
  readonly status: FollowUpStatus | null;
  /** How words of the customer's name begin, or their number. */
  readonly search: string | null;
};

/** Those that are due in a time and that somebody may see, the earliest first. */
export async function selectFollowUps(
  { from, until, status, search }: FollowUpQuestion,
  actor: Actor,
  most: number,
): Promise<readonly StoredFollowUp[]> {
  const named = namedIn(search ?? '', 6);
  const { rows } = await getPool().query<StoredFollowUp>(
    `SELECT f.id, f.contact_id AS "contactId", c.name, c.phone, c.language, c.timezone, c.channel,
       (extract(epoch FROM c.last_inbound_at) * 1000)::float8 AS "lastInboundMs", f.due_at AS "dueAt",
       f.wanted_at AS "wantedAt", f.status, f.status_reason AS "statusReason", f.reason, f.summary, f.steps, f.text,
       f.sent_at AS "sentAt", f.answered_at AS "answeredAt", f.paused_at AS "pausedAt", f.author, f.origin,
       ${authorHasLeft} AS "authorHasLeft", f.updated_at AS "updatedAt", m.content,
       jsonb_build_object('slots', s.state->'slots') AS state, l.facts AS "leadFacts"
     FROM follow_ups f JOIN contacts c ON c.id = f.contact_id
     LEFT JOIN leads l ON l.contact_id = f.contact_id
     LEFT JOIN messages m ON m.id = f.outbox_id
     LEFT JOIN flow_sessions s ON s.id = f.session_id
     WHERE f.due_at >= $1 AND f.due_at < $2 AND ($3::text IS NULL OR f.status = $3::follow_up_status)
       AND ${named.sql} AND ${visibleLead(actor, '$5')}
     ORDER BY f.due_at, f.id LIMIT $4`,
    [from, until, status, most, actor.id, ...named.values],
  );
  return rows;
}

export type FollowUpCounts = {
  readonly dueToday: number;
  readonly planned: number;
  readonly sent: number;
  readonly answered: number;
};

/** How many are planned, and due until the end of the day in India; sent and answered in the last 30 days. */
export async function countFollowUps(actor: Actor, nowMs: number): Promise<FollowUpCounts> {
  const { rows } = await getPool().query<FollowUpCounts>(
    `WITH seen AS (SELECT f.status, f.due_at, f.sent_at, f.answered_at FROM follow_ups f
       LEFT JOIN leads l ON l.contact_id = f.contact_id
       WHERE (f.status = 'planned' OR f.sent_at > ${now} - interval '30 days'
         OR f.sent_at IS NOT NULL AND f.answered_at > ${now} - interval '30 days') AND ${visibleLead(actor, '$2')})
     SELECT count(*) FILTER (WHERE status = 'planned' AND due_at <
         (date_trunc('day', ${now} AT TIME ZONE '${zone}') + interval '1 day') AT TIME ZONE '${zone}')::int AS "dueToday",
       count(*) FILTER (WHERE status = 'planned')::int AS planned,
       count(*) FILTER (WHERE sent_at > ${now} - interval '30 days')::int AS sent,
       count(*) FILTER (WHERE sent_at IS NOT NULL AND answered_at > ${now} - interval '30 days')::int AS answered FROM seen`,
    [nowMs / 1000, actor.id],
  );
  return rows[0] ?? { dueToday: 0, planned: 0, sent: 0, answered: 0 };
}

const now = 'to_timestamp($1::float8)';
const zone = 'Asia/Kolkata'; // the lender's

export type ContactToPick = {
  readonly id: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly channel: ChannelId;
  readonly language: string;
  /** When a follow-up is planned for them already. */
  readonly plannedFor: Date | null;
};

/** Customers by how words of their name begin, those who wrote last first; not those who asked not to be written to. */
export async function selectContactsToPick(
  actor: Actor,
  search: string,
  most: number,
): Promise<readonly ContactToPick[]> {
  const named = namedIn(search, 3);
  const { rows } = await getPool().query<ContactToPick>(
    `SELECT c.id, c.name, c.phone, c.channel, c.language, (SELECT due_at FROM follow_ups f
       WHERE f.contact_id = c.id AND f.status = 'planned') AS "plannedFor"
     FROM contacts c LEFT JOIN leads l ON l.contact_id = c.id
     WHERE c.opted_out_at IS NULL AND ${named.sql} AND ${visibleLead(actor, '$2')}
     ORDER BY c.last_inbound_at DESC NULLS LAST, c.id LIMIT $1`,
    [most, actor.id, ...named.values],
  );
  return rows;
}
