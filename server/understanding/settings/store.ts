import { getPrisma } from '../../db/client';
import { log } from '../../log';
import {
  defaultUnderstandingSettings,
  type UnderstandingSettings,
  understandingSettings,
} from './understanding-settings';

const KEY = 'understanding';

/** The settings as they stand; the defaults where nothing was set, or where what was set can't be read. */
export async function readUnderstandingSettings(): Promise<UnderstandingSettings> {
  const row = await getPrisma().setting.findUnique({ where: { key: KEY } });
  const read = understandingSettings.safeParse(row?.value ?? {});
  if (read.success) return read.data;
  log.error({ key: KEY }, 'setting.unreadable');
  return defaultUnderstandingSettings;
}

export async function writeUnderstandingSettings(value: UnderstandingSettings): Promise<void> {
  const updatedAt = new Date();
  await getPrisma().setting.upsert({
    where: { key: KEY },
    create: { key: KEY, value, updatedAt },
    update: { value, updatedAt },
  });
}
