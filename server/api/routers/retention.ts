import { recorded, settingsChanged } from '../../audit/recorded';
import { defaultRetentionSettings, retentionSettings } from '../../retention/retention-settings';
import { readRetentionSettings, writeRetentionSettings } from '../../retention/settings/store';
import { ownerProcedure, router } from '../procedures';

/** How long what customers said is kept. */
export const retentionRouter = router({
  /** The settings, null where they can't be read (then nothing is forgotten), and those of a new installation. */
  settings: ownerProcedure.query(async () => ({
    settings: (await readRetentionSettings()) ?? null,
    defaults: defaultRetentionSettings,
  })),

  saveSettings: ownerProcedure
    .input(retentionSettings)
    .mutation(({ ctx, input }) =>
      recorded(ctx.actor, settingsChanged('retention'), () => writeRetentionSettings(input)),
    ),
});
