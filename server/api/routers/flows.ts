import { z } from 'zod';
import type { Flow } from '@/flows/schema/flow';
import { languageCode } from '@/flows/schema/language';
import { KnownError } from '../../errors';
import { DEFAULT_FLOW } from '../../flows/default-flow';
import { listFlows, readActiveFlows, readFlow } from '../../flows/store';
import { translateDraft } from '../../flows/translate-draft';
import { log } from '../../log';
import { ownerProcedure, router, viewerProcedure } from '../procedures';

export const flowId = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'This is no flow id.');
/** 0 is the draft. */
export const flowVersion = z.int().min(0).max(1_000_000);

/** The flows to choose from, and one version of a flow to look at. */
export const flowsRouter = router({
  /** The flow that answers new customers comes first. */
  list: viewerProcedure.query(async () => {
    const summaries = [...(await listFlows())].sort(
      (a, b) => Number(b.id === DEFAULT_FLOW) - Number(a.id === DEFAULT_FLOW),
    );
    const described = await Promise.all(
      summaries.map(async ({ id, name, activeVersion, draftRevision }) => {
        const flow = await readFlow(id, activeVersion ?? 0).catch((error: unknown) => {
          // It must be there to be opened, and must not hide the others.
          log.error({ flowId: id, version: activeVersion, err: error }, 'flow.unreadable');
          return undefined;
        });
        return { ...summaryOf(flow), id, name, publishedVersion: activeVersion, hasDraft: draftRevision !== null };
      }),
    );
    return described;
  }),

  /** Without a version, the published one; a flow that was never published shows its draft. */
  read: viewerProcedure.input(z.object({ flowId, version: flowVersion.optional() })).query(async ({ input }) => {
    const version = input.version ?? (await readActiveFlows()).get(input.flowId)?.version ?? 0;
    const flow = await readFlow(input.flowId, version);
    if (!flow) throw new KnownError('record.notFound', 'There is no such flow, or no such version of it.');
    return { flow, version };
  }),

  /**
   * Has the configured model draft what the flow lacks in a language, into its draft: from the draft if there is one, else
   * from the published version. Nothing is published, and nothing is overwritten that somebody saved meanwhile.
   */
  draftTranslations: ownerProcedure
    .input(z.object({ flowId, language: languageCode }))
    .mutation(({ input }) => translateDraft(input.flowId, input.language)),
});

function summaryOf(flow: Flow | undefined) {
  if (!flow) return { description: '', languages: [], defaultLanguage: 'en', stateCount: 0 };
  const { description, languages, defaultLanguage, states } = flow;
  return { description, languages, defaultLanguage, stateCount: states.length };
}
