import { z } from 'zod';
import { log } from '../../log';

/** What we use of eSpeak NG compiled to WebAssembly (`@echogarden/espeak-ng-emscripten` 0.3). */
export type Espeak = {
  readonly samplerate: number;
  /** 0 if there is such a voice. */
  set_voice(language: string): number;
  /** Calls back with samples as they are made, with null at the end; true from it stops. */
  synthesize(text: string, onSamples: (samples: Int16Array | null) => boolean): void;
};

/**
 * Loads it, or null where it is not installed. It is under the GPL and no dependency of ours: who wants it installs it. Its
 * name stands in a variable, so that no bundler looks for it.
 */
export async function loadEspeak(): Promise<Espeak | null> {
  let loaded: unknown;
  try {
    loaded = await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ PACKAGE);
  } catch (error) {
    if (!isMissing(error)) log.warn({ err: error }, 'speech.offlineVoiceBroken');
    return null;
  }
  const found = espeakModule.safeParse(loaded);
  if (!found.success) {
    log.warn('speech.offlineVoiceUnknown');
    return null;
  }
  const { eSpeakNGWorker: Worker } = await found.data.default();
  return new Worker();
}

const PACKAGE = '@echogarden/espeak-ng-emscripten';

type LoadEspeak = () => Promise<{ readonly eSpeakNGWorker: new () => Espeak }>;

const espeakModule = z.object({ default: z.custom<LoadEspeak>((value) => typeof value === 'function') });

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'].includes(String(error.code))
  );
}
