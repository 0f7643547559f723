import { isAskedFor, isOfContact, isOfLead, isWithin, zone } from '../filter/analytics-filter';
import { asksModel, reasonOfTurn } from '../reading/sql';
import type { ListName } from './list-asked';

// $1 to $7 are the filter's, $8 is the key; $9 is the wording, the score from which a lead is qualified, or the price cards.
// Each gives an id, a contact, a moment and a state; what is behind a turn has its id.
const counted = (measure: string, narrowed = 'key = $8'): string => `
  SELECT m.subject_id AS id, m.contact_id, m.at, m.state_id FROM analytics_marks m
  WHERE measure = '${measure}' AND ${narrowed} AND ${isWithin('at')} AND ${isAskedFor}`;

const without = (
  measure: string,
): string => `NOT EXISTS (SELECT FROM analytics_marks o WHERE o.subject_id = m.subject_id
  AND o.measure = '${measure}' AND o.key = m.key AND o.flow_id = m.flow_id AND o.flow_version = m.flow_version)`;

/** Turns that read a message, found by their own indexes: they are too many to be marked. */
const turns = (narrowed: string): string => `
  SELECT t.id, t.contact_id, t.at, t.state_after AS state_id FROM turns t
  WHERE t.understanding IS NOT NULL AND ${narrowed} AND ${isWithin('t.at')}
    AND ($3::text IS NULL OR t.flow_id = $3) AND ($4::int IS NULL OR t.flow_version = $4)
    AND ($5::text IS NULL AND $6::text IS NULL AND $7::text IS NULL OR EXISTS (SELECT FROM analytics_marks s
      WHERE s.subject_id = t.session_id AND s.measure = 'session' AND ($5::text IS NULL OR s.language = $5)
        AND ($6::text IS NULL OR s.source = $6) AND ($7::text IS NULL OR s.campaign_id = $7)))`;

/** Calls of models that somebody's message asked for; like their number they belong to no flow, language or source. */
const calls = (narrowed: string): string => `
  SELECT md5('call:' || m.id)::uuid AS id, m.contact_id, m.at, NULL::text AS state_id FROM model_calls m
  WHERE ${narrowed} AND ${isWithin('m.at')}`;

/** Messages that WhatsApp bills, all of them: see `server/costs`. */
const billed = (narrowed: string): string => `
  SELECT b.outbox_id AS id, b.contact_id, b.at, NULL::text AS state_id
  FROM message_costs b LEFT JOIN outbox_entries o ON o.id = b.outbox_id
  WHERE b.type = 'regular' AND COALESCE(o.delivery IN ('delivered', 'read', 'played'), b.delivered, false)
    AND ${narrowed} AND ${isWithin('b.at')}`;

const hasPrice = `COALESCE((SELECT card->'perMessage' ? b.category FROM jsonb_array_elements($9::jsonb) card
  WHERE card->>'effectiveFrom' <= to_char(b.at AT TIME ZONE '${zone}', 'YYYY-MM-DD')
  ORDER BY card->>'effectiveFrom' DESC LIMIT 1), false)`;

/** Of one campaign, whenever: its numbers are those of all its people. */
const recipients = (at: string, narrowed: string): string => `
  SELECT r.contact_id AS id, r.contact_id, ${at} AS at, NULL::text AS state_id FROM campaign_recipients r
  WHERE r.campaign_id = NULLIF($8, '')::uuid AND ${narrowed} AND ($5::text IS NULL OR r.language = $5)`;

const isAtLeast = (took: string): string => `($8 = '' OR ${took} >= NULLIF($8, '')::float8)`;
const msUntil = (column: string): string => `extract(epoch FROM ${column} - h.created_at) * 1000`;

const handovers = (narrowed: string): string => `
  SELECT h.id, h.contact_id, h.created_at AS at, h.state_id FROM handovers h
  WHERE ${narrowed} AND ${isWithin('h.created_at')} AND ${isOfContact('h.contact_id')}`;

const isOfReason = `($8 = '' OR h.asked_by || ':' || h.reason = $8)`;

const followUps = (narrowed: string): string => `
  SELECT f.id, f.contact_id, f.sent_at AS at, f.state_id FROM follow_ups f
  WHERE f.sent_at IS NOT NULL AND ($8 = '' OR f.reason = $8) AND ${narrowed} AND ${isWithin('f.sent_at')}
    AND ${isOfContact('f.contact_id')}`;

const anyKey = `($8 = '' OR key = $8)`;

/** Who is counted in each number. */
export const listSql = {
  session: counted('session'),
  contained: `${counted('session')} AND ${without('handedOver')}`,
  handedOver: counted('handedOver'),
  reached: counted('reached'),
  stopped: `${counted('reached')} AND ${without('movedOn')}`,
  firstReply: counted('firstReply', `key = '' AND ${isAtLeast('value')}`),
  read: turns(`($8 = '' OR ${reasonOfTurn} = $8)`),
  readAlone: turns(`${asksModel} IS NOT TRUE`),
  askedModel: turns(asksModel),
  answered: counted('answered', anyKey),
  answeredByModel: counted('answeredByModel', anyKey),
  unanswered: counted('unanswered', `${anyKey} AND ($9::text IS NULL OR wording = $9)`),
  review: counted('review', anyKey),
  call: calls(isAtLeast('m.milliseconds')),
  callFailed: calls(`m.outcome <> 'answered'`),
  billed: billed('true'),
  unpriced: billed(`NOT ${hasPrice}`),
  qualified: `
    SELECT l.contact_id AS id, l.contact_id, l.created_at AS at, l.state_id FROM leads l
    WHERE l.score >= $9::int AND ${isWithin('l.created_at')} AND ${isOfLead}`,
  handover: handovers(isOfReason),
  handoverTaken: handovers(`h.taken_at IS NOT NULL AND ${isAtLeast(msUntil('h.taken_at'))}`),
  handoverAnswered: handovers(`h.answered_at IS NOT NULL AND ${isAtLeast(msUntil('h.answered_at'))}`),
  handoverInWindow: handovers(`h.answered_at < h.created_at + interval '24 hours'`),
  handoverOutcome: handovers('h.outcome = $8'),
  handoverRerouted: handovers('h.reroutes > 0'),
  handoverOfficer: handovers('h.taken_at IS NOT NULL AND h.assignee_id = $8'),
  handoverOfficerAnswered: handovers('h.answered_at IS NOT NULL AND h.assignee_id = $8'),
  officerOpen: `
    SELECT v.contact_id AS id, v.contact_id, v.last_at AS at, NULL::text AS state_id FROM conversations v
    WHERE v.status = 'taken' AND v.assignee_id = $8`,
  followUpSent: followUps('true'),
  followUpAnswered: followUps('f.answered_at IS NOT NULL'),
  followUpMovedOn: followUps(`f.answered_at IS NOT NULL AND EXISTS (
    SELECT FROM leads fs WHERE fs.contact_id = f.contact_id AND fs.stage_at > f.sent_at)`),
  campaignSent: recipients('COALESCE(r.queued_at, r.due_at)', `r.status = 'queued'`),
  campaignAnswered: recipients('r.replied_at', 'r.replied_at IS NOT NULL'),
  campaignQualified: recipients(
    'r.replied_at',
    `r.replied_at IS NOT NULL AND EXISTS (
    SELECT FROM leads q WHERE q.contact_id = r.contact_id AND q.score >= $9::int)`,
  ),
} as const satisfies Record<ListName, string>;

/** Lists of turns: what the customer wrote can be shown beside. */
export const listsTurns: readonly ListName[] = [
  'read',
  'readAlone',
  'askedModel',
  'answered',
  'answeredByModel',
  'unanswered',
  'review',
];
