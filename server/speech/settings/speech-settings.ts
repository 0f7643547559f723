import { z } from 'zod';

/** When answers are spoken too, as an owner sets it. The text always goes first. */
export const speechSettings = z.object({
  /** `whenSpokenTo`: in answer to a voice note, and where the flow asks for it; `never`: not even there. */
  reply: z.enum(['never', 'whenSpokenTo']).default('whenSpokenTo'),
});
export type SpeechSettings = Readonly<z.infer<typeof speechSettings>>;

export const defaultSpeechSettings: SpeechSettings = speechSettings.parse({});
