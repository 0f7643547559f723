import { createKeptStore } from '../../../_storage/create-kept-store';
import { type RetentionEdits, retentionEdits } from './form-values';

/** What was changed and not saved, in the tab's storage: leaving the page or a reload loses nothing. */
export const editsStore = createKeptStore<RetentionEdits>({
  storage: () => sessionStorage,
  key: 'vaarta.settings.retention',
  schema: retentionEdits,
  empty: {},
});
