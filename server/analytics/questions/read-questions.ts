import type { Actor } from '../../auth/actor';
import { sumDays } from '../days/store';
import type { AnalyticsFilter } from '../filter/analytics-filter';
import type { Questions } from './questions';
import { selectExamples, selectGroups } from './store';

const MOST_GROUPS = 50;

/** An officer reads the words of the leads that they may see, a viewer none. */
export async function readQuestions(actor: Actor, filter: AnalyticsFilter): Promise<Questions> {
  const [sums, groups] = await Promise.all([
    sumDays(filter, ['answered', 'answeredByModel', 'unanswered']),
    selectGroups(filter, MOST_GROUPS),
  ]);
  const examples =
    actor.role === 'viewer' ? [] : await selectExamples(actor, [...new Set(groups.flatMap(({ turnIds }) => turnIds))]);
  const of = (wanted: string) => sums.filter(({ measure }) => measure === wanted);
  return {
    answered: of('answered').map(({ key, count }) => ({
      intent: key,
      count,
      byModel: of('answeredByModel').find((sum) => sum.key === key)?.count ?? 0,
    })),
    unanswered: of('unanswered').map(({ key, count }) => ({ intent: key, count })),
    groups: groups.map(({ turnIds, ...group }) => ({
      ...group,
      examples: examples
        .filter(({ turnId, text }) => turnIds.includes(turnId) && text !== '')
        .map(({ turnId, text, language }) => ({ turnId, text, language })),
    })),
  };
}
