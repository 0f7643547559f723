import { getPrisma } from '../../db/client';
import { log } from '../../log';
import { defaultSpeechSettings, type SpeechSettings, speechSettings } from './speech-settings';

const KEY = 'speech';

/** The settings as they stand; the defaults where nothing was set, or where what was set can't be read. */
export async function readSpeechSettings(): Promise<SpeechSettings> {
  const row = await getPrisma().setting.findUnique({ where: { key: KEY } });
  const read = speechSettings.safeParse(row?.value ?? {});
  if (read.success) return read.data;
  log.error({ key: KEY }, 'setting.unreadable');
  return defaultSpeechSettings;
}

export async function saveSpeechSettings(value: SpeechSettings): Promise<void> {
  const updatedAt = new Date();
  await getPrisma().setting.upsert({
    where: { key: KEY },
    create: { key: KEY, value, updatedAt },
    update: { value, updatedAt },
  });
}
