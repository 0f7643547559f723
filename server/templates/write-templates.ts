import { checkName } from '@/flows/templates/check-template';
import { fromComponents, toComponents } from '@/flows/templates/template-components';
import {
  emptyTemplateContent,
  settleVariables,
  type TemplateCategory,
  type TemplateContent,
} from '@/flows/templates/template-content';
import { KnownError } from '../errors';
import { originalLanguage } from './original-of';
import { insertDrafts, listTemplates, type NewDraft, readTemplate, type StoredTemplate, saveDraft } from './store';

/** Begins a template, empty, in English. Throws `request.invalid` for a name that WhatsApp would refuse. */
export async function createTemplateDraft(name: string, category: TemplateCategory): Promise<void> {
  await requireFreeName(name);
  await insertAll([{ name, language: 'en', category, components: toComponents(emptyTemplateContent) }]);
}

/** Adds a language with the words of the one that the others are translated from. */
export async function addTemplateLanguage(name: string, language: string): Promise<void> {
  const rows = await listTemplates(name);
  const original = rows.find((row) => row.language === originalLanguage(rows));
  if (!original) throw new KnownError('record.notFound', 'There is no such template.');
  const content = writtenOf(original) ?? emptyTemplateContent;
  await insertAll([{ name, language, category: original.category, components: toComponents(content) }]);
}

/** Copies every language that can be written here, as drafts of another name. */
export async function duplicateTemplate(name: string, as: string): Promise<void> {
  const rows = await listTemplates(name);
  if (rows.length === 0) throw new KnownError('record.notFound', 'There is no such template.');
  await requireFreeName(as);
  const drafts = rows.flatMap((row) => {
    const content = writtenOf(row);
    return content ? [{ ...draftOf(row), name: as, components: toComponents(content) }] : [];
  });
  if (drafts.length === 0) {
    throw new KnownError(
      'request.invalid',
      'This template has parts that can’t be written here, so it can’t be copied.',
    );
  }
  await insertAll(drafts);
}

export type TemplateChange = Readonly<{
  name: string;
  language: string;
  category: TemplateCategory;
  content: TemplateContent;
  /** What the change was made from. */
  revision: string;
}>;

/** Keeps what was written, finished or not; WhatsApp learns nothing of it. Says the new revision. */
export async function saveTemplateDraft({
  content,
  ...change
}: TemplateChange): Promise<{ readonly revision: string }> {
  const components = toComponents({ ...content, variables: settleVariables(content) });
  const revision = await saveDraft({ ...change, components });
  if (revision !== undefined) return { revision };
  if (await readTemplate(change.name, change.language)) {
    throw new KnownError('record.conflict', 'Somebody else has changed this text meanwhile, so yours was not saved.');
  }
  throw new KnownError('record.notFound', 'This language of the template was removed meanwhile.');
}

async function requireFreeName(name: string): Promise<void> {
  const [wrong] = checkName(name);
  if (wrong) throw new KnownError('request.invalid', wrong.message);
  if ((await listTemplates(name)).length > 0) {
    throw new KnownError('record.conflict', `There is a template “${name}” already. Take another name.`);
  }
}

async function insertAll(drafts: readonly NewDraft[]): Promise<void> {
  const added = await insertDrafts(drafts);
  if (added.length === 0) throw new KnownError('record.conflict', 'This is there already.');
}

function writtenOf({ draft, components }: StoredTemplate): TemplateContent | undefined {
  return fromComponents(draft ?? components);
}

function draftOf({ language, category }: StoredTemplate): Pick<NewDraft, 'language' | 'category'> {
  return { language, category };
}
