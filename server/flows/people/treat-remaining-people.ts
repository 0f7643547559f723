import { KnownError } from '../../errors';
import { readFlow } from '../store';
import { readActiveVersion } from '../versions/store';
import { type PeoplePlan, requireTargets } from './people-plan';
import { type Treated, treatPeople } from './treat-people';

/**
 * Treats the people who are still in versions before the active one: those whom a failure has left there after publishing,
 * or for whom the owner has decided otherwise since.
 */
export async function treatRemainingPeople(flowId: string, plan: PeoplePlan): Promise<Treated> {
  const version = await readActiveVersion(flowId);
  const flow = version === undefined ? undefined : await readFlow(flowId, version);
  if (!flow || version === undefined) throw new KnownError('record.notFound', 'This flow was never published.');
  requireTargets(plan, flow);
  return treatPeople(plan, { flow, version });
}
