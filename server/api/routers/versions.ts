import { z } from 'zod';
import { recordAudit } from '../../audit/store';
import type { Actor } from '../../auth/actor';
import { KnownError } from '../../errors';
import { peoplePlan } from '../../flows/people/people-plan';
import { selectPeople } from '../../flows/people/store';
import { treatRemainingPeople } from '../../flows/people/treat-remaining-people';
import { publishDraft } from '../../flows/publish';
import { readFlow } from '../../flows/store';
import { restoreVersion } from '../../flows/versions/restore-version';
import { rollBack } from '../../flows/versions/roll-back';
import { selectVersions } from '../../flows/versions/store';
import { ownerProcedure, router, viewerProcedure } from '../procedures';
import { draftRevision } from './drafts';
import { flowId } from './flows';

/** 0, the draft, is none of them. */
const version = z.int().min(1).max(1_000_000);

/** What was published, and who is in it. */
export const versionsRouter = router({
  list: viewerProcedure.input(z.object({ flowId })).query(({ input }) => selectVersions(input.flowId)),

  read: viewerProcedure.input(z.object({ flowId, version })).query(async ({ input }) => {
    const flow = await readFlow(input.flowId, input.version);
    if (!flow) throw new KnownError('record.notFound', 'There is no such version of this flow.');
    return { flow };
  }),

  /** How many people are in each state of each version. */
  people: viewerProcedure.input(z.object({ flowId })).query(async ({ input }) => {
    const states = await selectPeople(input.flowId);
    return { states, total: states.reduce((sum, { people }) => sum + people, 0) };
  }),

  publish: ownerProcedure
    .input(z.object({ flowId, revision: draftRevision, note: z.string().trim().max(1_000), people: peoplePlan }))
    .mutation(async ({ ctx: { actor }, input }) => {
      const publication = await publishDraft({ ...input, author: actor.name });
      if (publication.ok) await recordPublication(actor, input.flowId, publication);
      return publication;
    }),

  rollBack: ownerProcedure
    .input(z.object({ flowId, version, people: peoplePlan }))
    .mutation(async ({ ctx: { actor }, input }) => {
      const rolledBack = await rollBack({ ...input, author: actor.name });
      await recordPublication(actor, input.flowId, { ...rolledBack, backTo: input.version });
      return rolledBack;
    }),

  /** For the people who are still in versions before the active one. */
  treatPeople: ownerProcedure
    .input(z.object({ flowId, people: peoplePlan }))
    .mutation(({ input }) => treatRemainingPeople(input.flowId, input.people)),

  /** Makes a version's document the draft. */
  restore: ownerProcedure
    .input(z.object({ flowId, version, revision: draftRevision }))
    .mutation(({ input }) => restoreVersion(input.flowId, input.version, input.revision)),
});

async function recordPublication(
  actor: Actor,
  id: string,
  { version, backTo = null }: { readonly version: number; readonly backTo?: number | null },
): Promise<void> {
  await recordAudit({ actor, act: 'flow.published', subject: { type: 'flow', id }, detail: { version, backTo } });
}
