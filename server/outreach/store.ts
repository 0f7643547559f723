import { getPrisma } from '../db/client';
import { log } from '../log';
import { defaultOutreachSettings, type OutreachSettings, outreachSettings } from './outreach-settings';

const KEY = 'outreach';

/** The settings as they stand; the defaults where nothing was set, or where what was set can't be read. */
export async function readOutreachSettings(): Promise<OutreachSettings> {
  const row = await getPrisma().setting.findUnique({ where: { key: KEY } });
  const read = outreachSettings.safeParse(row?.value ?? {});
  if (read.success) return read.data;
  log.error({ key: KEY }, 'setting.unreadable');
  return defaultOutreachSettings;
}

export async function writeOutreachSettings(value: OutreachSettings): Promise<void> {
  const updatedAt = new Date();
  await getPrisma().setting.upsert({
    where: { key: KEY },
    create: { key: KEY, value, updatedAt },
    update: { value, updatedAt },
  });
}
