import { outboxSettings } from '../../outbox/settings/outbox-settings';
import { readOutboxSettings, writeOutboxSettings } from '../../outbox/settings/store';
import { readUnknownSends } from '../../outbox/store';
import { localProcedure, router } from '../procedures';

/** What goes out: what an owner decides about it, and what a person should look at. */
export const outboxRouter = router({
  settings: localProcedure.query(() => readOutboxSettings()),

  saveSettings: localProcedure.input(outboxSettings).mutation(({ input }) => writeOutboxSettings(input)),

  /** Messages that may or may not have been sent. */
  unknownSends: localProcedure.query(() => readUnknownSends()),
});
