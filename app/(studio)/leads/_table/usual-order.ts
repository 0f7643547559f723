import type { LeadSort } from '@/server/leads/filter/lead-filter';

/** What one looks for first: the soonest action; of all else the most. */
export function usualOrder(by: LeadSort['by']): LeadSort['order'] {
  return by === 'nextAction' ? 'ascending' : 'descending';
}
