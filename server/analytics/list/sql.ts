import { isAskedFor, isOfContact, isOfLead, isWithin } from '../filter/analytics-filter';
import { reasonSql } from '../handovers/store';
import type { ListName } from './list-asked';

// $1 to $7 are the filter's, $8 is the key, $9 the wording or the score from which a lead is qualified. Each gives an id, a
// contact, a moment and a state; what is behind a turn has its id.
const counted = (measure: string, narrowed = 'key = $8'): string => `
  SELECT m.subject_id AS id, m.contact_id, m.at, m.state_id FROM analytics_marks m
  WHERE measure = '${measure}' AND ${narrowed} AND ${isWithin('at')} AND ${isAskedFor}`;

const without = (
  measure: string,
): string => `NOT EXISTS (SELECT FROM analytics_marks o WHERE o.subject_id = m.subject_id
  AND o.measure = '${measure}' AND o.key = m.key AND o.flow_id = m.flow_id AND o.flow_version = m.flow_version)`;

const handovers = (narrowed: string): string => `
  SELECT h.id, h.contact_id, h.created_at AS at, h.state_id FROM handovers h
  WHERE ${narrowed} AND ${isWithin('h.created_at')} AND ${isOfContact('h.contact_id')}`;

const isOfReason = `($8 = '' OR h.asked_by || ':' || ${reasonSql} = $8)`;

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
  askedModel: counted('askedModel', anyKey),
  answered: counted('answered', anyKey),
  unanswered: counted('unanswered', `${anyKey} AND ($9::text IS NULL OR wording = $9)`),
  qualified: `
    SELECT l.contact_id AS id, l.contact_id, l.created_at AS at, l.state_id FROM leads l
    WHERE l.score >= $9::int AND ${isWithin('l.created_at')} AND ${isOfLead}`,
  handover: handovers(isOfReason),
  handoverTaken: handovers(`h.taken_at IS NOT NULL`),
  handoverAnswered: handovers(`h.answered_at IS NOT NULL`),
  handoverInWindow: handovers(`h.answered_at < h.created_at + interval '24 hours'`),
  handoverOutcome: handovers('h.outcome = $8'),
  handoverOfficer: handovers('h.taken_at IS NOT NULL AND h.assignee_id = $8'),
  followUpSent: followUps('true'),
  followUpAnswered: followUps('f.answered_at IS NOT NULL'),
  followUpMovedOn: followUps(`f.answered_at IS NOT NULL AND EXISTS (
    SELECT FROM leads fs WHERE fs.contact_id = f.contact_id AND fs.stage_at > f.sent_at)`),
} as const satisfies Record<ListName, string>;

/** Lists of turns: what the customer wrote can be shown beside. */
export const listsTurns: readonly ListName[] = ['answered', 'unanswered'];
