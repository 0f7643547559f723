import { z } from 'zod';
import { defaultProductFacts, productFacts } from '@/prompts/facts/product-facts';
import { fileMarketEvent } from '../../campaigns/triggers/file-market-event';
import { marketEventKind } from '../../campaigns/triggers/market-event';
import { readCurrentFacts } from '../../facts/read-facts';
import { readFactsHistory } from '../../facts/read-history';
import { restoreFacts, saveFacts } from '../../facts/save-facts';
import { ownerProcedure, router, viewerProcedure } from '../procedures';

/** The product facts: what they are, what they were, and whom a change of them may concern. */
export const factsRouter = router({
  /** What holds now, and what was shipped. */
  read: viewerProcedure.query(async () => ({ ...(await readCurrentFacts()), defaults: defaultProductFacts })),

  save: ownerProcedure
    .input(z.object({ facts: productFacts, note: z.string().trim().max(500), after: z.int().min(0) }))
    .mutation(({ ctx: { actor }, input }) => saveFacts({ ...input, author: actor.name, actor })),

  history: ownerProcedure.query(() => readFactsHistory()),

  restore: ownerProcedure
    .input(z.object({ version: z.int().min(0) }))
    .mutation(({ ctx: { actor }, input }) => restoreFacts({ ...input, author: actor.name, actor })),

  triggers: router({
    /** A market event that concerns many: makes the draft of a campaign. */
    file: ownerProcedure
      .input(z.object({ kind: marketEventKind, note: z.string().trim().max(100) }))
      .mutation(({ input }) => fileMarketEvent(input)),
  }),
});
