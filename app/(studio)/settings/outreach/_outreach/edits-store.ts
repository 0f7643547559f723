import { createKeptStore } from '../../../_storage/create-kept-store';
import { type Edits, formValues } from './form-values';

/** What was changed and not saved, in the tab's storage: leaving the page or a reload loses nothing. */
export const editsStore = createKeptStore<Edits>({
  storage: () => sessionStorage,
  key: 'vaarta.settings.outreach',
  schema: formValues.partial(),
  empty: {},
});
