import { z } from 'zod';
import { languageCode } from '@/flows/schema/language';
import { recorded, settingsChanged } from '../../audit/recorded';
import { getEnv, speechConfig } from '../../env';
import { defaultSpeechSettings, speechSettings } from '../../speech/settings/speech-settings';
import { readSpeechSettings, saveSpeechSettings } from '../../speech/settings/store';
import { trySpeech } from '../../speech/try-speech';
import { voiceNow } from '../../speech/voice';
import { ownerProcedure, router } from '../procedures';

const LONGEST_TEXT = 500;

/** How voice notes are heard and spoken: the settings, what is there to do it, and a way to listen to it. */
export const speechRouter = router({
  /** The settings, those of a new installation, and what the environment names; never its key. */
  settings: ownerProcedure.query(async () => {
    const config = speechConfig(getEnv());
    const service = config && {
      host: new URL(config.baseUrl).host,
      transcriptionModel: config.transcriptionModel,
      speechModel: config.speechModel,
      voice: config.voice,
    };
    return {
      settings: await readSpeechSettings(),
      defaults: defaultSpeechSettings,
      service,
      /** What speaks: the service, the offline voice where one is installed and no service is named, or nothing. */
      speaker: (await voiceNow())?.kind ?? null,
    };
  }),

  saveSettings: ownerProcedure
    .input(speechSettings)
    .mutation(({ ctx, input }) => recorded(ctx.actor, settingsChanged('speech'), () => saveSpeechSettings(input))),

  /** Says a text as customers would hear it: the words that are spoken, and the note in base64. */
  say: ownerProcedure
    .input(z.object({ text: z.string().trim().min(1).max(LONGEST_TEXT), language: languageCode }))
    .mutation(({ input }) => trySpeech(input.text, input.language)),
});
