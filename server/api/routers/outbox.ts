import { recorded, settingsChanged } from '../../audit/recorded';
import { outboxSettings } from '../../outbox/settings/outbox-settings';
import { readOutboxSettings, writeOutboxSettings } from '../../outbox/settings/store';
import { readUnknownSends } from '../../outbox/store';
import { ownerProcedure, router } from '../procedures';

/** What goes out: what an owner decides about it, and what a person should look at. */
export const outboxRouter = router({
  settings: ownerProcedure.query(() => readOutboxSettings()),

  saveSettings: ownerProcedure
    .input(outboxSettings)
    .mutation(({ ctx, input }) => recorded(ctx.actor, settingsChanged('outbox'), () => writeOutboxSettings(input))),

  /** Messages that may or may not have been sent. */
  unknownSends: ownerProcedure.query(() => readUnknownSends()),
});
