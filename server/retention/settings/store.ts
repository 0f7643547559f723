import { getPrisma } from '../../db/client';
import { log } from '../../log';
import { type RetentionSettings, retentionSettings } from '../retention-settings';

const KEY = 'retention';

/** How long things are kept; undefined when what was set can't be read: then nothing may be forgotten. */
export async function readRetentionSettings(): Promise<RetentionSettings | undefined> {
  const row = await getPrisma().setting.findUnique({ where: { key: KEY } });
  const read = retentionSettings.safeParse(row?.value ?? {});
  if (!read.success) log.error({ key: KEY }, 'setting.unreadable');
  return read.data;
}

export async function writeRetentionSettings(value: RetentionSettings): Promise<void> {
  const updatedAt = new Date();
  await getPrisma().setting.upsert({
    where: { key: KEY },
    create: { key: KEY, value, updatedAt },
    update: { value, updatedAt },
  });
}
