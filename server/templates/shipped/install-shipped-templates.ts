import { toComponents } from '@/flows/templates/template-components';
import { shippedTemplates } from '@/prompts/templates/shipped-templates';
import { insertDrafts, type NewDraft } from '../store';
import { shippedContent } from './shipped-content';
import { noteInstalled, readInstalled } from './store';

/**
 * Puts the shipped templates in place as drafts, each language once: what somebody has changed or removed since stays so.
 * Says which templates are new.
 */
export async function installShippedTemplates(): Promise<readonly string[]> {
  const installed = new Set(await readInstalled());
  const drafts = shippedDrafts().filter((draft) => !installed.has(keyOf(draft)));
  if (drafts.length === 0) return [];
  const added = await insertDrafts(drafts);
  await noteInstalled([...installed, ...drafts.map(keyOf)]);
  return [...new Set(added.map((key) => `template ${key.split('/')[0]}`))];
}

function shippedDrafts(): readonly NewDraft[] {
  return shippedTemplates.flatMap((template) =>
    Object.keys(template.languages).flatMap((language) => {
      const content = shippedContent(template, language);
      const { name, category } = template;
      return content ? [{ name, language, category, components: toComponents(content) }] : [];
    }),
  );
}

function keyOf({ name, language }: Pick<NewDraft, 'name' | 'language'>): string {
  return `${name}/${language}`;
}
