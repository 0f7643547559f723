import { z } from 'zod';
import { createKeptStore } from '../../../../_storage/create-kept-store';

/** How a person likes the canvas; `hasMap` null: by the size of the flow. */
const settings = z.object({ snaps: z.boolean(), hasMap: z.boolean().nullable() });

export const canvasSettings = createKeptStore({
  storage: () => localStorage,
  key: 'vaarta.canvas',
  schema: settings,
  empty: { snaps: false, hasMap: null },
});
