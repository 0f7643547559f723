import type { Actor } from '../../auth/actor';
import type { LeadFilter } from '../filter/lead-filter';
import { leadStage } from '../lead-stage';
import type { BoardColumn, LeadRow } from '../lead-view';
import { toLeadRow } from '../list/lead-row';
import { askLeads } from '../list/list-leads';
import { type LeadPlace, selectLeads } from '../list/store';
import { type StageSum, selectBest, selectBestOfFew, sumStages } from './store';

const CARDS = 30;
/** Where fewer leads are meant, all are read: an index of the stages would pass over most of what it reads. */
const FEW = 10_000;
const MOST_COUNTED = 10_000;
const DAY_MS = 86_400_000;

/** The leads that somebody may see, by stage. More of a column is a list of its stage by score. */
export async function readBoard(filter: LeadFilter, actor: Actor, nowMs: number): Promise<readonly BoardColumn[]> {
  const question = await askLeads(filter, actor, nowMs);
  const sums = await sumStages(question);
  const all = sums.reduce((sum, { count }) => sum + count, 0);
  const best = await (all > FEW ? selectBest : selectBestOfFew)(question, CARDS + 1);
  const ids = best.map(({ contactId }) => contactId);
  const leads = await selectLeads(ids);
  const rows = new Map(leads.map((lead) => [lead.contactId, toLeadRow(lead, actor)]));
  return leadStage.options.map((stage) => {
    const places = best.filter((place) => place.stage === stage);
    return {
      ...columnOf(places, rows),
      ...summed(
        sums.find((sum) => sum.stage === stage),
        nowMs,
      ),
      stage,
    };
  });
}

function columnOf(
  places: readonly LeadPlace[],
  rows: ReadonlyMap<string, LeadRow>,
): Pick<BoardColumn, 'rows' | 'next'> {
  const shown = places.slice(0, CARDS);
  const last = places.length > CARDS ? shown.at(-1) : undefined;
  return {
    rows: shown.flatMap(({ contactId }) => rows.get(contactId) ?? []),
    next: last ? { key: last.key, contactId: last.contactId } : null,
  };
}

function summed(sum: StageSum | undefined, nowMs: number): Pick<BoardColumn, 'count' | 'sumLoanInr' | 'medianDays'> {
  if (!sum) return { count: { count: 0, isMore: false }, sumLoanInr: 0, medianDays: null };
  const { count, sumLoanInr, medianAt } = sum;
  return {
    count: { count: Math.min(count, MOST_COUNTED), isMore: count > MOST_COUNTED },
    sumLoanInr: Number(sumLoanInr),
    medianDays: Math.max(0, Math.round((nowMs - medianAt.getTime()) / DAY_MS)),
  };
}
