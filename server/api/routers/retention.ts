import { defaultRetentionSettings, retentionSettings } from '../../retention/retention-settings';
import { readRetentionSettings, writeRetentionSettings } from '../../retention/settings/store';
import { localProcedure, router } from '../procedures';

/** How long what customers said is kept. */
export const retentionRouter = router({
  /** The settings, null where they can't be read (then nothing is forgotten), and those of a new installation. */
  settings: localProcedure.query(async () => ({
    settings: (await readRetentionSettings()) ?? null,
    defaults: defaultRetentionSettings,
  })),

  saveSettings: localProcedure.input(retentionSettings).mutation(({ input }) => writeRetentionSettings(input)),
});
