import { z } from 'zod';
import { getEnv, modelConfig } from '../../env';
import { KnownError } from '../../errors';
import { createEmptyFlow, createFlow } from '../../flows/drafts/create-flow';
import { discardDraft } from '../../flows/drafts/discard-draft';
import { openDraft } from '../../flows/drafts/open-draft';
import { saveFlowDraft } from '../../flows/drafts/save-draft';
import { readDraftRevision, selectFlowNames } from '../../flows/drafts/store';
import { ownerProcedure, router, viewerProcedure } from '../procedures';
import { flowId } from './flows';

/** What a change was made from. It only grows: by every save, and when the draft is published or discarded. */
export const draftRevision = z.int().min(0).max(2_000_000_000);
/** A flow, or its JSON text; what is wrong with it is told in issues and not refused here. */
const document = z.unknown();

/** What is being edited. */
export const draftsRouter = router({
  /** The draft if there is one, else the published version, with what an editor needs beside it. */
  open: viewerProcedure.input(z.object({ flowId })).query(async ({ input }) => {
    const [opened, flows] = await Promise.all([openDraft(input.flowId), selectFlowNames()]);
    return { ...opened, hasModel: modelConfig(getEnv()) !== null, flows };
  }),

  /** Cheap: open editors ask every few seconds whether somebody else has saved. */
  revision: viewerProcedure.input(z.object({ flowId })).query(async ({ input }) => {
    const revision = await readDraftRevision(input.flowId);
    if (!revision) throw new KnownError('record.notFound', 'There is no such flow.');
    return revision;
  }),

  save: ownerProcedure
    .input(z.object({ flowId, revision: draftRevision, document, allowShrink: z.boolean() }))
    .mutation(({ input }) => saveFlowDraft(input)),

  discard: ownerProcedure
    .input(z.object({ flowId, revision: draftRevision }))
    .mutation(async ({ input }) => ({ revision: await discardDraft(input.flowId, input.revision) })),

  /** Takes a flow's file in, as a new flow that is not published. */
  create: ownerProcedure.input(z.object({ document })).mutation(({ input }) => createFlow(input.document)),

  createEmpty: ownerProcedure
    .input(z.object({ name: z.string().trim().min(1, 'The flow needs a name.').max(200) }))
    .mutation(async ({ input }) => ({ flowId: await createEmptyFlow(input.name) })),
});
