import { checkTemplate } from '@/flows/templates/check-template';
import { fromComponents, hasNamedVariables, toComponents, withoutNames } from '@/flows/templates/template-components';
import { nameLender, type TemplateContent, templateCategory } from '@/flows/templates/template-content';
import type { TemplateIssue } from '@/flows/templates/template-issue';
import {
  createTemplate,
  editTemplate,
  type TemplateFailure,
  type TemplatesAccess,
} from '../channels/whatsapp/templates-api';
import { KnownError } from '../errors';
import { lenderName } from './lender-name';
import { originalOf } from './original-of';
import { listTemplates, noteSubmitted, type StoredTemplate } from './store';

export type Submission = Readonly<{ ok: true; status: string }> | TemplateFailure;

/**
 * Submits one language of a template for review: WhatsApp gets a new one, or a change of the one that it has. Throws
 * `request.invalid` with the first thing that is wrong, `record.notFound`, or `record.conflict` while it may not be changed.
 */
export async function submitTemplate(access: TemplatesAccess, name: string, language: string): Promise<Submission> {
  const rows = await listTemplates(name);
  const row = rows.find((one) => one.language === language);
  if (!row) throw new KnownError('record.notFound', 'There is no such template in this language.');
  refuseUnchangeable(row);
  const content = await contentToSubmit(row, rows);
  const components = toComponents(content);
  const sent = withoutNames(components);
  const { category } = row;
  const state =
    row.metaId === null || row.status === 'DELETED'
      ? await createTemplate(access, { name, language, category, components: sent })
      : await editTemplate(access, row.metaId, { components: sent });
  if (!state.ok) return state;
  await noteSubmitted({
    name,
    language,
    components,
    revision: row.revision,
    category: state.category ?? category,
    metaId: state.id,
    statusBefore: row.status,
    status: state.status,
  });
  return { ok: true, status: state.status };
}

function refuseUnchangeable({ status, metaId, draft, components }: StoredTemplate): void {
  if (metaId === null || status === 'DELETED') return;
  if (!changeable.has(status)) {
    const what = status === 'PENDING' ? 'WhatsApp is still looking at it' : `it is ${status.toLowerCase()} at WhatsApp`;
    throw new KnownError('record.conflict', `This can’t be submitted now: ${what}. Your draft is kept.`);
  }
  if (draft === null)
    throw new KnownError('request.invalid', 'There is nothing new to submit: WhatsApp has this text.');
  if (hasNamedVariables(components)) {
    const advice = 'Duplicate it: the copy has numbered ones.';
    throw new KnownError('request.invalid', `WhatsApp has this template with named variables. ${advice}`);
  }
}

/** What WhatsApp lets be changed (Cloud API reference, "Edit a template"). */
const changeable: ReadonlySet<string> = new Set(['APPROVED', 'REJECTED', 'PAUSED']);

async function contentToSubmit(row: StoredTemplate, rows: readonly StoredTemplate[]): Promise<TemplateContent> {
  const { name, language } = row;
  const written = fromComponents(row.draft ?? row.components);
  const category = templateCategory.safeParse(row.category);
  if (!written || !category.success) {
    throw new KnownError('request.invalid', 'This template has parts that can only be changed in WhatsApp Manager.');
  }
  const lender = await lenderName();
  const content = nameLender(written, lender);
  const original = originalOf(rows, language, lender);
  const issues = checkTemplate({ name, language, category: category.data, content, original });
  const wrong = issues.find(({ severity }): boolean => severity === 'error');
  if (wrong) throw new KnownError('request.invalid', sentenceOf(wrong, issues));
  return content;
}

function sentenceOf(wrong: TemplateIssue, issues: readonly TemplateIssue[]): string {
  const others = issues.filter(({ severity }) => severity === 'error').length - 1;
  return others === 0 ? wrong.message : `${wrong.message} And ${others} more.`;
}
