import { words } from '@/app/_words/en';
import type { RecipientFilter } from '../../../campaign-types';

const { filters } = words.campaigns.run;

/** What can be shown of the people, in the order in which they come along. */
export const recipientFilters: readonly Readonly<{ value: RecipientFilter; label: string }>[] = (
  [
    'all',
    'pending',
    'queued',
    'sent',
    'delivered',
    'read',
    'replied',
    'unknown',
    'failed',
    'excluded',
    'cancelled',
  ] as const
).map((value) => ({ value, label: filters[value] }));

/** The filter that an address names; one that there is not shows everybody. */
export function recipientFilterOf(asked: string | null): RecipientFilter {
  return recipientFilters.find(({ value }) => value === asked)?.value ?? 'all';
}
