import type { Actor } from '../../auth/actor';
import { visibleLead } from '../visibility/store';
import type { LeadBand, LeadFilter } from './lead-filter';
import type { Parameters } from './parameters';

/** Which leads are meant, by whom, and when. */
export type LeadQuestion = Readonly<{
  filter: LeadFilter;
  actor: Actor;
  nowMs: number;
  /** Whom the filter's search has found; null where it searches for nothing. */
  found: readonly string[] | null;
}>;

/** What must hold of `leads l`, and which tables the condition names beside it. */
export type LeadWhere = Readonly<{ joins: string; condition: string }>;

/** A filter as SQL: its values are parameters, and no table is joined that it says nothing about. */
export function leadWhere({ filter, actor, nowMs, found }: LeadQuestion, { add }: Parameters): LeadWhere {
  const ofLead = [
    'l.score >= 0', // of every lead; by these words PostgreSQL knows that the index leads_narrow has it
    visibleLead(actor, add(actor.id)),
    ...(found ? [`l.contact_id = ANY(${add(found)}::uuid[])`] : []),
    ...oneOf('l.stage', filter.stages, add),
    ...(filter.bands?.length ? [`(${filter.bands.map((band) => bands[band]).join(' OR ')})`] : []),
    ...oneOf('l.city', filter.cities, add),
    ...oneOf('l.source', filter.sources, add),
    ...oneOf('l.property_type', filter.propertyTypes, add),
    ...oneOf('l.purpose', filter.purposes, add),
    ...oneOf('l.outcome', filter.outcomes, add),
    ...between('l.score', filter.score, add),
    ...between('l.loan_amount', filter.loanAmount, add),
    ...between('l.property_value', filter.propertyValue, add),
    ...between('l.income', filter.income, add),
    ...assignedTo(filter.assignee, actor, add),
    ...during('l.created_at', filter.created, add),
    ...nextAction(filter.nextAction, nowMs, add),
  ];
  const ofContact = contactConditions(filter, nowMs, add);
  const ofConversation = oneOf(`COALESCE(v.status::text, 'bot')`, filter.conversationStatuses, add);
  return {
    joins: [
      ...(ofContact.length > 0 ? ['JOIN contacts c ON c.id = l.contact_id'] : []),
      ...(ofConversation.length > 0 ? ['LEFT JOIN conversations v ON v.contact_id = l.contact_id'] : []),
    ].join(' '),
    condition: [...ofLead, ...ofContact, ...ofConversation].join(' AND '),
  };
}

type Add = Parameters['add'];

const bands: Readonly<Record<LeadBand, string>> = {
  hot: 'l.score >= 70',
  warm: 'l.score BETWEEN 40 AND 69',
  cold: 'l.score < 40',
};

function contactConditions(filter: LeadFilter, nowMs: number, add: Add): string[] {
  const { window, tags, isOptedOut, channel } = filter;
  const openSince = window === undefined ? '' : add(new Date(nowMs - WINDOW_MS));
  return [
    ...oneOf('c.language', filter.languages, add),
    ...during('c.last_inbound_at', filter.active, add),
    ...(window === 'open' ? [`c.last_inbound_at > ${openSince}`] : []),
    ...(window === 'closed' ? [`COALESCE(c.last_inbound_at <= ${openSince}, true)`] : []),
    ...(tags?.length ? [`c.tags && ${add(tags)}::text[]`] : []),
    ...(isOptedOut === undefined ? [] : [`c.opted_out_at IS ${isOptedOut ? 'NOT ' : ''}NULL`]),
    ...(channel ? [`c.channel = ${add(channel)}::channel_name`] : []),
  ];
}

const WINDOW_MS = 24 * 3_600_000; // of free-form messages, WhatsApp Cloud API
const DAY_MS = 86_400_000;
const INDIA_MS = 5.5 * 3_600_000; // ahead of UTC, the whole year: the lender's day begins there

function oneOf(column: string, values: readonly string[] | undefined, add: Add): string[] {
  return values?.length ? [`${column} = ANY(${add(values)}::text[])`] : [];
}

function between(column: string, range: LeadFilter['score'], add: Add): string[] {
  return [
    ...(range?.atLeast === undefined ? [] : [`${column} >= ${add(range.atLeast)}::numeric`]),
    ...(range?.atMost === undefined ? [] : [`${column} <= ${add(range.atMost)}::numeric`]),
  ];
}

function during(column: string, range: LeadFilter['created'], add: Add): string[] {
  return [
    ...(range?.from === undefined ? [] : [`${column} >= ${add(range.from)}::timestamptz`]),
    ...(range?.until === undefined ? [] : [`${column} < ${add(range.until)}::timestamptz`]),
  ];
}

function assignedTo(assignee: string | undefined, actor: Actor, add: Add): string[] {
  if (assignee === undefined) return [];
  if (assignee === 'nobody') return ['l.assignee_id IS NULL'];
  return [`l.assignee_id = ${add(assignee === 'me' ? actor.id : assignee)}`];
}

/** The two things that are done next with somebody. */
const planned = { followUps: `status = 'planned'`, tasks: 'done_at IS NULL AND due_at IS NOT NULL' } as const;

/** The next thing to do with each contact who has one: a follow-up, or else a task. Each is read by its index of times. */
export const nextActions = [
  `(SELECT f.contact_id, f.due_at AS at FROM follow_ups f WHERE f.${planned.followUps} AND NOT EXISTS (
     SELECT FROM tasks t WHERE t.contact_id = f.contact_id AND t.done_at IS NULL AND t.due_at < f.due_at))`,
  `(SELECT t.contact_id, t.due_at AS at FROM tasks t WHERE t.done_at IS NULL AND t.due_at IS NOT NULL
     AND NOT EXISTS (SELECT FROM follow_ups f WHERE f.contact_id = t.contact_id AND f.${planned.followUps} AND f.due_at <= t.due_at)
     AND NOT EXISTS (SELECT FROM tasks e WHERE e.contact_id = t.contact_id AND e.done_at IS NULL
       AND (e.due_at, e.id) < (t.due_at, t.id)))`,
] as const;

/** That nothing is to be done next. */
export const withoutNextAction = `NOT EXISTS (SELECT FROM follow_ups n WHERE n.contact_id = l.contact_id AND ${planned.followUps})
  AND NOT EXISTS (SELECT FROM tasks n WHERE n.contact_id = l.contact_id AND ${planned.tasks})`;

function nextAction(wanted: LeadFilter['nextAction'], nowMs: number, add: Add): string[] {
  if (wanted === undefined) return [];
  if (wanted === 'none') return [withoutNextAction];
  const { from, until } = spanOf(wanted, nowMs);
  const due = `due_at >= ${add(new Date(from))} AND due_at < ${add(new Date(until))}`;
  return [
    `l.contact_id IN (SELECT contact_id FROM follow_ups WHERE ${planned.followUps} AND ${due}
      UNION ALL SELECT contact_id FROM tasks WHERE ${planned.tasks} AND ${due})`,
  ];
}

function spanOf(
  wanted: 'overdue' | 'today' | 'week',
  nowMs: number,
): { readonly from: number; readonly until: number } {
  const today = Math.floor((nowMs + INDIA_MS) / DAY_MS) * DAY_MS - INDIA_MS;
  switch (wanted) {
    case 'overdue':
      return { from: 0, until: nowMs };
    case 'today':
      return { from: today, until: today + DAY_MS };
    case 'week':
      return { from: today, until: today + 7 * DAY_MS };
    default:
      return wanted satisfies never;
  }
}
