import { getPrisma } from '../../db/client';
import { log } from '../../log';
import { type CampaignSettings, campaignSettings, defaultCampaignSettings } from './campaign-settings';

const KEY = 'campaigns';

/** The settings as they stand; the defaults where nothing was set, or where what was set can't be read. */
export async function readCampaignSettings(): Promise<CampaignSettings> {
  const row = await getPrisma().setting.findUnique({ where: { key: KEY } });
  const read = campaignSettings.safeParse(row?.value ?? {});
  if (read.success) return read.data;
  log.error({ key: KEY }, 'setting.unreadable');
  return defaultCampaignSettings;
}

export async function writeCampaignSettings(value: CampaignSettings): Promise<void> {
  const updatedAt = new Date();
  await getPrisma().setting.upsert({
    where: { key: KEY },
    create: { key: KEY, value, updatedAt },
    update: { value, updatedAt },
  });
}
