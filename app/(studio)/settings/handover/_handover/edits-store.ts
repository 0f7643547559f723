import { createKeptStore } from '../../../_storage/create-kept-store';
import { type HandoverEdits, handoverEdits } from './form-values';

/** What was changed and not saved, in the tab's storage: leaving the page or a reload loses nothing. */
export const editsStore = createKeptStore<HandoverEdits>({
  storage: () => sessionStorage,
  key: 'vaarta.settings.handover',
  schema: handoverEdits,
  empty: {},
});
