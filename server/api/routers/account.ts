import { z } from 'zod';
import { languageCode } from '@/flows/schema/language';
import {
  deleteOtherSessions,
  deleteSession,
  selectAccount,
  selectSessions,
  updateAccount,
} from '../../auth/account/store';
import { personName } from '../../auth/links/link';
import { KnownError } from '../../errors';
import { router, viewerProcedure } from '../procedures';

/** Who asks: what they are here, and where they are signed in. Passwords and second factors are at /api/auth. */
export const accountRouter = router({
  me: viewerProcedure.query(({ ctx }) => selectAccount(ctx.actor)),

  update: viewerProcedure
    .input(
      z.object({
        name: personName.optional(),
        languages: z.array(languageCode).max(20).optional(),
        isAvailable: z.boolean().optional(),
      }),
    )
    .mutation(({ ctx, input }) => updateAccount(ctx.actor, input)),

  sessions: viewerProcedure.query(({ ctx }) => selectSessions(ctx.actor, new Date())),

  revokeSession: viewerProcedure.input(z.object({ id: z.string().min(1).max(64) })).mutation(async ({ ctx, input }) => {
    if ((await deleteSession(ctx.actor, input.id)) > 0) return;
    throw new KnownError('record.notFound', 'This session has ended already.');
  }),

  revokeOthers: viewerProcedure.mutation(async ({ ctx }) => ({ ended: await deleteOtherSessions(ctx.actor) })),
});
