import { getPrisma } from '../../db/client';
import { log } from '../../log';
import { defaultFollowUpSettings, type FollowUpSettings, followUpSettings } from './follow-up-settings';

const KEY = 'followUps';

/** The settings as they stand; the defaults where nothing was set, or where what was set can't be read. */
export async function readFollowUpSettings(): Promise<FollowUpSettings> {
  const row = await getPrisma().setting.findUnique({ where: { key: KEY } });
  const read = followUpSettings.safeParse(row?.value ?? {});
  if (read.success) return read.data;
  log.error({ key: KEY }, 'setting.unreadable');
  return defaultFollowUpSettings;
}

export async function writeFollowUpSettings(value: FollowUpSettings): Promise<void> {
  const updatedAt = new Date();
  await getPrisma().setting.upsert({
    where: { key: KEY },
    create: { key: KEY, value, updatedAt },
    update: { value, updatedAt },
  });
}
