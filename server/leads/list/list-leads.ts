import type { Actor } from '../../auth/actor';
import type { LeadCursor, LeadFilter, LeadSort } from '../filter/lead-filter';
import type { LeadQuestion } from '../filter/lead-where';
import type { LeadList, LeadPage } from '../lead-view';
import { findContacts } from '../search/store';
import { toLeadRow } from './lead-row';
import { selectSnippets } from './snippets/store';
import { countLeads, selectLeads, selectPlaces } from './store';

export type ListInput = Readonly<{ filter: LeadFilter; sort: LeadSort; after: LeadCursor | null; limit: number }>;

/** One page of the leads that somebody may see, and how many there are. */
export async function listLeads(input: ListInput, actor: Actor, nowMs: number): Promise<LeadList> {
  const question = await askLeads(input.filter, actor, nowMs);
  const [page, total] = await Promise.all([readPage(question, input), countLeads(question)]);
  return { ...page, total };
}

/** A filter with its search carried out. */
export async function askLeads(filter: LeadFilter, actor: Actor, nowMs: number): Promise<LeadQuestion> {
  const found = filter.search ? await findContacts(filter.search, actor) : null;
  return { filter, actor, nowMs, found };
}

/** One page of a question's leads. */
export async function readPage(
  question: LeadQuestion,
  { sort, after, limit }: Omit<ListInput, 'filter'>,
): Promise<LeadPage> {
  const places = await selectPlaces(question, sort, after, limit + 1);
  const shown = places.slice(0, limit);
  const ids = shown.map(({ contactId }) => contactId);
  const [leads, snippets] = await Promise.all([selectLeads(ids), selectSnippets(ids, question.filter.search ?? '')]);
  const last = places.length > limit ? shown.at(-1) : undefined;
  const rows = leads.map((lead) => toLeadRow(lead, question.actor, snippets.get(lead.contactId)));
  return { rows, next: last ?? null };
}
