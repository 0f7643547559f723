import { z } from 'zod';
import { createKeptStore } from '../../_storage/create-kept-store';

const alerts = z.object({ notifies: z.boolean(), sounds: z.boolean() });

/** How this browser tells of new messages: nothing unless it was wanted. */
export const alertsStore = createKeptStore<Readonly<z.infer<typeof alerts>>>({
  storage: () => localStorage,
  key: 'vaarta.inbox.alerts',
  schema: alerts,
  empty: { notifies: false, sounds: false },
});
