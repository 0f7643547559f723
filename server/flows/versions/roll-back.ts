import type { FlowIssue } from '@/flows/schema/flow-issue';
import { KnownError } from '../../errors';
import { type PeoplePlan, requireTargets } from '../people/people-plan';
import { type Treated, treatPeople } from '../people/treat-people';
import { checkBeforePublishing } from '../publish';
import { type InsertedVersion, insertVersion, readFlow } from '../store';
import { readActiveVersion } from './store';

export type RollBack = Readonly<{
  flowId: string;
  /** Whose document is published again. */
  version: number;
  author: string;
  people: PeoplePlan;
}>;

export type RolledBack = Readonly<{ ok: true; warnings: readonly FlowIssue[] }> & InsertedVersion & Treated;

/**
 * Publishes an older version's document again, as the newest version; the draft is left alone. It was good enough to be
 * published once, so what today's checks say of it is told and refuses nothing: whoever rolls back is in a hurry.
 */
export async function rollBack({ flowId, version, author, people }: RollBack): Promise<RolledBack> {
  const flow = await readFlow(flowId, version);
  if (!flow) throw new KnownError('record.notFound', 'There is no such version of this flow.');
  if ((await readActiveVersion(flowId)) === version) {
    throw new KnownError('request.invalid', `Version ${version} is the one that runs now.`);
  }
  requireTargets(people, flow);
  const warnings = await checkBeforePublishing(flow);
  const inserted = await insertVersion({ flow, note: `Back to version ${version}`, author });
  const treated = await treatPeople(people, { flow, version: inserted.version });
  return { ok: true, ...inserted, warnings, ...treated };
}
