import type { Actor } from '../../auth/actor';
import type { AnalyticsFilter } from '../filter/analytics-filter';
import type { Handovers, OfficerFigures } from './handovers';
import { selectHandovers, selectOfficers } from './store';

/** An officer reads the figures of all together, and of the officers only their own. */
export async function readHandovers(
  actor: Actor,
  filter: AnalyticsFilter,
): Promise<Handovers & { readonly officers: readonly OfficerFigures[] }> {
  const [handovers, officers] = await Promise.all([
    selectHandovers(filter),
    selectOfficers(filter, actor.role === 'officer' ? actor.id : null),
  ]);
  return { ...handovers, officers };
}
