import { z } from 'zod';
import { createKeptStore } from '../_storage/create-kept-store';

/** As long as the server takes it. */
export const LONGEST_AUTHOR = 100;

/** The name under which a person decides things from this browser: publishes, launches, moves. */
export const authorStore = createKeptStore<string>({
  storage: () => localStorage,
  key: 'vaarta.author',
  schema: z.string().max(LONGEST_AUTHOR),
  empty: '',
});
