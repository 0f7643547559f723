import { getPrisma } from '../../db/client';
import { log } from '../../log';
import { defaultRates, type Rates, rates } from './rates';

const KEY = 'costs';

/** The prices as they stand; those of a new installation where none were set, or where they can't be read. */
export async function readRates(): Promise<Rates> {
  const row = await getPrisma().setting.findUnique({ where: { key: KEY } });
  if (!row) return defaultRates;
  const read = rates.safeParse(row.value);
  if (read.success) return read.data;
  log.error({ key: KEY }, 'setting.unreadable');
  return defaultRates;
}

export async function writeRates(value: Rates): Promise<void> {
  const updatedAt = new Date();
  await getPrisma().setting.upsert({
    where: { key: KEY },
    create: { key: KEY, value, updatedAt },
    update: { value, updatedAt },
  });
}
