import { words } from '@/app/_words/en';
import type { CampaignStatus, CampaignSummary } from '../campaign-types';

const { statuses, anyStatus } = words.campaigns;

export type CampaignFilter = Readonly<{ search: string; status: CampaignStatus | 'any' }>;

const known: readonly CampaignStatus[] = [
  'draft',
  'awaitingApproval',
  'freezing',
  'scheduled',
  'running',
  'paused',
  'done',
  'cancelled',
];

export const statusChoices: readonly Readonly<{ value: CampaignFilter['status']; label: string }>[] = [
  { value: 'any', label: anyStatus },
  ...known.map((value) => ({ value, label: statuses[value] })),
];

/** What the address asks for; a status that is none asks for all. */
export function filterOf(query: Pick<URLSearchParams, 'get'>): CampaignFilter {
  const asked = query.get('status');
  return { search: query.get('search') ?? '', status: known.find((status) => status === asked) ?? 'any' };
}

/** The filter as an address names it, after the question mark; empty where it asks for all. */
export function queryOf({ search, status }: CampaignFilter): string {
  const query = new URLSearchParams();
  if (search !== '') query.set('search', search);
  if (status !== 'any') query.set('status', status);
  return query.toString();
}

/** The campaigns of that status whose names have every word of the search. */
export function filterCampaigns<Listed extends Pick<CampaignSummary, 'name' | 'status'>>(
  campaigns: readonly Listed[],
  { search, status }: CampaignFilter,
): readonly Listed[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  return campaigns.filter(
    (campaign) =>
      (status === 'any' || campaign.status === status) &&
      wanted.every((word) => campaign.name.toLowerCase().includes(word)),
  );
}
