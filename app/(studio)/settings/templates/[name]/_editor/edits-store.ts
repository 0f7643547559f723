import { z } from 'zod';
import { templateContent } from '@/flows/templates/template-content';
import { createKeptStore } from '../../../../_storage/create-kept-store';

/** What was written of each language ("name/language") and not saved: leaving the page or a reload loses nothing. */
export const editsStore = createKeptStore({
  storage: () => sessionStorage,
  key: 'vaarta.settings.templates',
  schema: z.record(z.string(), z.object({ content: templateContent, category: z.string(), revision: z.string() })),
  empty: {},
});

/** Forgets what was written of a language that is gone, or of all. */
export function forgetEdits(name: string, language: string | null): void {
  const isGone = (key: string) => (language === null ? key.startsWith(`${name}/`) : key === `${name}/${language}`);
  editsStore.write(Object.fromEntries(Object.entries(editsStore.read()).filter(([key]) => !isGone(key))));
}
