import { z } from 'zod';
import { createKeptStore } from '../../../../_storage/create-kept-store';

export const periods = [1, 7, 30, 90] as const;
export const channels = ['all', 'whatsapp', 'simulator'] as const;

const liveSettings = z.object({ days: z.literal(periods), channel: z.enum(channels) });
export type LiveSettings = Readonly<z.infer<typeof liveSettings>>;

/** What is counted: the same when the panel is opened again in this tab. */
export const keptLiveSettings = createKeptStore<LiveSettings>({
  storage: () => sessionStorage,
  key: 'vaarta.live',
  schema: liveSettings,
  empty: { days: 7, channel: 'all' },
});
