import type { Lead } from '../lead-types';

/** What is known of a card that is dragged. */
const dragged = new WeakMap<object, Lead>();

/** What a dragged card carries. */
export function dragOf(lead: Lead): Record<string, unknown> {
  const data = { type: 'lead' };
  dragged.set(data, lead);
  return { data };
}

/** The lead whose card is dragged; undefined for a thing that is no card of ours. */
export function leadOfDrag({ data }: Record<string, unknown>): Lead | undefined {
  return typeof data === 'object' && data !== null ? dragged.get(data) : undefined;
}
