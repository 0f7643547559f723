import { z } from 'zod';
import { readReadingFigures, readTurnsToReview } from '../../analytics/store';
import { getEnv, modelConfig } from '../../env';
import { readUnderstandingSettings, writeUnderstandingSettings } from '../../understanding/settings/store';
import {
  defaultUnderstandingSettings,
  understandingSettings,
} from '../../understanding/settings/understanding-settings';
import { localProcedure, router } from '../procedures';

const days = z.int().min(1).max(90).default(7);
const MOST_REVIEWED = 100;

/** How messages are read: the settings, what reading costs, and what a person should look at. */
export const understandingRouter = router({
  figures: localProcedure.input(z.object({ days })).query(({ input }) => readReadingFigures(input.days)),

  review: localProcedure.input(z.object({ days })).query(({ input }) => readTurnsToReview(input.days, MOST_REVIEWED)),

  /** The settings, those of a new installation, and the model that the environment names; never its key. */
  settings: localProcedure.query(async () => {
    const model = modelConfig(getEnv());
    return {
      settings: await readUnderstandingSettings(),
      defaults: defaultUnderstandingSettings,
      model: model === null ? null : { name: model.model, host: new URL(model.baseUrl).host },
    };
  }),

  saveSettings: localProcedure.input(understandingSettings).mutation(({ input }) => writeUnderstandingSettings(input)),
});
