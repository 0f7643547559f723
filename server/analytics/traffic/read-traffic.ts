import { KnownError } from '../../errors';
import { readFlow } from '../../flows/store';
import { selectTraffic } from './store';
import type { Traffic, TrafficAsked } from './traffic';

/** What went through one version of a flow in the last days. Throws `record.notFound` for a version that is not there. */
export async function readTraffic(asked: TrafficAsked): Promise<Traffic> {
  const flow = await readFlow(asked.flowId, asked.version);
  if (!flow) throw new KnownError('record.notFound', 'There is no such flow, or no such version of it.');
  return selectTraffic(asked, {
    states: flow.states.map(({ id }) => id),
    transitions: flow.transitions.map(({ id }) => id),
  });
}
