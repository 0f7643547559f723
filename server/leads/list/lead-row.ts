import { type Actor, isAtLeast } from '../../auth/actor';
import { maskName } from '../../contacts/mask-name';
import { maskPhone } from '../../contacts/mask-phone';
import type { LeadBand } from '../filter/lead-filter';
import type { LeadRow, PersonView } from '../lead-view';
import type { StoredLead } from './stored-lead';

/** A stored lead as somebody with this role may read it, with what a search found: a viewer sees neither names nor what was said. */
export function toLeadRow(lead: StoredLead, { role }: Pick<Actor, 'role'>, snippet: string | null = null): LeadRow {
  const { stageById, stageByName, assigneeId, assigneeName, lastInboundAt, optedOutAt, ...same } = lead;
  const isMasked = !isAtLeast(role, 'officer');
  return {
    ...same,
    name: isMasked ? maskName(lead.name) : lead.name,
    phone: maskPhone(lead.phone),
    band: bandOf(lead.score),
    stageAt: lead.stageAt.toISOString(),
    stageBy: toPerson(stageById, stageByName),
    propertyValue: toAmount(lead.propertyValue),
    loanAmount: toAmount(lead.loanAmount),
    income: toAmount(lead.income),
    assignee: toPerson(assigneeId, assigneeName),
    nextActionAt: lead.nextActionAt?.toISOString() ?? null,
    windowEndsAt: lastInboundAt === null ? null : new Date(lastInboundAt.getTime() + WINDOW_MS).toISOString(),
    createdAt: lead.createdAt.toISOString(),
    updatedAt: lead.updatedAt.toISOString(),
    lastMessageAt: lead.lastMessageAt?.toISOString() ?? null,
    optedOut: optedOutAt !== null,
    snippet: isMasked ? null : snippet,
  };
}

/** Somebody who is no longer here keeps their place, without a name. */
export function toPerson(id: string | null, name: string | null): PersonView | null {
  return id === null ? null : { id, name: name ?? '' };
}

export function toAmount(decimal: string | null): number | null {
  return decimal === null ? null : Number(decimal);
}

const WINDOW_MS = 24 * 3_600_000; // of free-form messages, WhatsApp Cloud API

/** How warm a lead with this score is. */
export function bandOf(score: number): LeadBand {
  if (score >= 70) return 'hot';
  return score >= 40 ? 'warm' : 'cold';
}
