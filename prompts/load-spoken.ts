import { z } from 'zod';
import { spokenFiles } from './generated/spoken';
import { type SpokenLanguage, spokenLanguage } from './spoken-language';

/** How each language is said aloud, by code; apart from the packs, because a browser needs none of it. A broken file is named. */
export const spokenLanguages: Readonly<Record<string, SpokenLanguage>> = Object.fromEntries(
  Object.entries(spokenFiles).map(([code, folder]) => {
    const read = z.object({ spoken: spokenLanguage }).safeParse(folder);
    if (read.success) return [code, read.data.spoken];
    throw new Error(`prompts/languages/${code}/spoken.json is not valid: ${z.prettifyError(read.error)}`);
  }),
);
