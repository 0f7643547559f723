import { KnownError } from '../../errors';
import { readFlow } from '../../flows/store';
import { sumDays } from '../days/store';
import type { AnalyticsFilter } from '../filter/analytics-filter';

/** How far the conversations of one version came; of those that began in the time. */
export type Funnel = {
  readonly flowId: string;
  readonly version: number;
  readonly sessions: number;
  /** Those that somebody reached, the most frequent first. */
  readonly states: readonly FunnelState[];
};

export type FunnelState = {
  readonly stateId: string;
  /** As its author calls it; null: by its id. */
  readonly name: string | null;
  readonly type: string;
  /** Conversations that were in it, each once, and those of them that went on to another state. */
  readonly reached: number;
  readonly movedOn: number;
  /** Nothing leads out of it: who is here came to the end. */
  readonly isLast: boolean;
};

/** Throws `record.notFound` for a version that is not there. Versions are never mixed: their states are not the same. */
export async function readFunnel(filter: AnalyticsFilter, flowId: string, version: number): Promise<Funnel> {
  const [flow, sums] = await Promise.all([
    readFlow(flowId, version),
    sumDays({ ...filter, flowId, version }, ['session', 'reached', 'movedOn']),
  ]);
  if (!flow) throw new KnownError('record.notFound', 'There is no such flow, or no such version of it.');
  const count = (measure: string, key: string) =>
    sums.find((sum) => sum.measure === measure && sum.key === key)?.count ?? 0;
  const left = new Set(flow.transitions.map(({ from }) => from));
  const states = flow.states.map(({ id, name, type }) => ({
    stateId: id,
    name: name ?? null,
    type,
    reached: count('reached', id),
    movedOn: count('movedOn', id),
    isLast: !left.has(id),
  }));
  return {
    flowId,
    version,
    sessions: count('session', ''),
    states: states.filter(({ reached }) => reached > 0).sort((one, other) => other.reached - one.reached),
  };
}
