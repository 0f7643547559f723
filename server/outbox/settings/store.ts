import { getPrisma } from '../../db/client';
import { log } from '../../log';
import { defaultOutboxSettings, type OutboxSettings, outboxSettings } from './outbox-settings';

const KEY = 'outbox'; // the claim reads it too, see `server/outbox/claim/claim-sql.ts`

/** The settings as they stand; the defaults where nothing was set, or where what was set can't be read. */
export async function readOutboxSettings(): Promise<OutboxSettings> {
  const row = await getPrisma().setting.findUnique({ where: { key: KEY } });
  const read = outboxSettings.safeParse(row?.value ?? {});
  if (read.success) return read.data;
  log.error({ key: KEY }, 'setting.unreadable');
  return defaultOutboxSettings;
}

export async function writeOutboxSettings(value: OutboxSettings): Promise<void> {
  const updatedAt = new Date();
  await getPrisma().setting.upsert({
    where: { key: KEY },
    create: { key: KEY, value, updatedAt },
    update: { value, updatedAt },
  });
}
