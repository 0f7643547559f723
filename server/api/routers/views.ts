import { z } from 'zod';
import { isAtLeast } from '../../auth/actor';
import { KnownError } from '../../errors';
import { deleteView, saveView, selectViews } from '../../leads/views/store';
import { newView, viewScreen } from '../../leads/views/view';
import { router, viewerProcedure } from '../procedures';

/** Ways to look at leads and at the inbox that people keep. */
export const viewsRouter = router({
  list: viewerProcedure
    .input(z.object({ screen: viewScreen }))
    .query(({ ctx, input }) => selectViews(input.screen, ctx.actor.id)),

  save: viewerProcedure.input(newView).mutation(async ({ ctx, input }) => {
    if (input.isShared && !isAtLeast(ctx.actor.role, 'officer')) {
      throw new KnownError('right.missing', 'Only officers and owners share views. Keep it as your own.');
    }
    return { id: await saveView(input, ctx.actor.id) };
  }),

  remove: viewerProcedure.input(z.object({ id: z.uuid() })).mutation(async ({ ctx, input }) => {
    if (!(await deleteView(input.id, ctx.actor))) {
      throw new KnownError('record.notFound', 'There is no such view of yours. It may have been taken away meanwhile.');
    }
  }),
});
