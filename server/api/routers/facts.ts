import { z } from 'zod';
import { defaultProductFacts, productFacts } from '@/prompts/facts/product-facts';
import { fileMarketEvent } from '../../campaigns/triggers/file-market-event';
import { marketEventKind } from '../../campaigns/triggers/market-event';
import { readCurrentFacts } from '../../facts/read-facts';
import { readFactsHistory } from '../../facts/read-history';
import { restoreFacts, saveFacts } from '../../facts/save-facts';
import { localProcedure, router } from '../procedures';

const author = z.string().trim().max(100);

/** The product facts: what they are, what they were, and whom a change of them may concern. */
export const factsRouter = router({
  /** What holds now, and what was shipped. */
  read: localProcedure.query(async () => ({ ...(await readCurrentFacts()), defaults: defaultProductFacts })),

  save: localProcedure
    .input(z.object({ facts: productFacts, note: z.string().trim().max(500), author, after: z.int().min(0) }))
    .mutation(({ input }) => saveFacts(input)),

  history: localProcedure.query(() => readFactsHistory()),

  restore: localProcedure
    .input(z.object({ version: z.int().min(0), author }))
    .mutation(({ input }) => restoreFacts(input)),

  triggers: router({
    /** A market event that concerns many: makes the draft of a campaign. */
    file: localProcedure
      .input(z.object({ kind: marketEventKind, note: z.string().trim().max(100) }))
      .mutation(({ input }) => fileMarketEvent(input)),
  }),
});
