import { recorded, settingsChanged } from '../../audit/recorded';
import { getEnv, modelConfig } from '../../env';
import { readUnderstandingSettings, writeUnderstandingSettings } from '../../understanding/settings/store';
import {
  defaultUnderstandingSettings,
  understandingSettings,
} from '../../understanding/settings/understanding-settings';
import { ownerProcedure, router, viewerProcedure } from '../procedures';

/** How messages are read; what came of it is in `analytics`. */
export const understandingRouter = router({
  /** The settings, those of a new installation, and the model that the environment names; never its key. */
  settings: viewerProcedure.query(async () => {
    const model = modelConfig(getEnv());
    return {
      settings: await readUnderstandingSettings(),
      defaults: defaultUnderstandingSettings,
      model: model === null ? null : { name: model.model, host: new URL(model.baseUrl).host },
    };
  }),

  saveSettings: ownerProcedure
    .input(understandingSettings)
    .mutation(({ ctx, input }) =>
      recorded(ctx.actor, settingsChanged('understanding'), () => writeUnderstandingSettings(input)),
    ),
});
