import type { Called } from './api/speech-api';

/** Says words as a voice note: Ogg/Opus, one channel. */
export type Voice = {
  /** What a note of it is known by in the cache: another model or speaker has another name. */
  readonly name: string;
  readonly kind: 'service' | 'offline';
  /** `text` is as it is spoken (`spokenText`). Never throws for anything that the far side does. */
  readonly say: (text: string, language: string) => Promise<Called<Uint8Array>>;
};
