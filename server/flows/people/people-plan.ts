import { z } from 'zod';
import type { Flow } from '@/flows/schema/flow';
import { stateId } from '@/flows/states/define-state';
import { KnownError } from '../../errors';

/** What becomes of the people who are in an older version when a new one is published. */
export const peoplePlan = z.discriminatedUnion('mode', [
  /** They finish on the version that they began. */
  z.object({ mode: z.literal('stay') }),
  /** They go on in the new version: in the state they are in, or in the one that `targets` names for it. */
  z.object({ mode: z.literal('move'), targets: z.record(stateId, stateId) }),
  /** Their conversation ends and an officer is asked to take over. */
  z.object({ mode: z.literal('handOver') }),
]);
export type PeoplePlan = Readonly<z.infer<typeof peoplePlan>>;

/** Throws `request.invalid` for a plan that moves people to a state which the flow does not have. */
export function requireTargets(plan: PeoplePlan, flow: Flow): void {
  if (plan.mode !== 'move') return;
  const states = new Set(flow.states.map(({ id }) => id));
  const unknown = Object.values(plan.targets).find((target) => !states.has(target));
  if (unknown === undefined) return;
  throw new KnownError('request.invalid', `People can't be moved to "${unknown}": this version has no such state.`);
}
