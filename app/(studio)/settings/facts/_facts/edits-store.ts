import { createKeptStore } from '../../../_storage/create-kept-store';
import { type FactEdits, factEdits } from './form-values';

/** What was changed and not saved, in the tab's storage: leaving the page or a reload loses nothing. */
export const editsStore = createKeptStore<FactEdits>({
  storage: () => sessionStorage,
  key: 'vaarta.settings.facts',
  schema: factEdits,
  empty: {},
});
