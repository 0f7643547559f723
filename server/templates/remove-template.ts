import { removeTemplate as removeAtWhatsApp, type TemplateFailure } from '../channels/whatsapp/templates-api';
import { KnownError } from '../errors';
import { deleteTemplates, listTemplates, type StoredTemplate } from './store';
import { templatesAccess } from './templates-access';
import { selectTemplateUses, type TemplateUse } from './uses/store';

type Removal = Readonly<{
  name: string;
  /** Null for all languages. */
  language: string | null;
  /** The name once more, as a person typed it. */
  confirm: string;
}>;

/**
 * Removes a template here and at WhatsApp, in one language or in all. Throws `record.conflict` while something uses it; a
 * language that was never submitted may go all the same, since nobody ever got it.
 */
export async function removeTemplate({ name, language, confirm }: Removal): Promise<{ ok: true } | TemplateFailure> {
  const all = await listTemplates(name);
  const rows = all.filter((row) => language === null || row.language === language);
  if (rows.length === 0) throw new KnownError('record.notFound', 'There is no such template.');
  const submitted = rows.filter(isAtWhatsApp);
  if (submitted.length > 0 || rows.length === all.length) await refuseUsed(name);
  if (confirm !== name) throw new KnownError('request.invalid', 'Type the template’s name to remove it.');
  const failure =
    submitted.length === 0
      ? null
      : await removeSubmitted(name, language === null ? null : (submitted[0]?.metaId ?? null));
  if (failure) return failure;
  await deleteTemplates(
    name,
    rows.map((row) => row.language),
  );
  return { ok: true };
}

function isAtWhatsApp({ metaId, status }: StoredTemplate): boolean {
  return metaId !== null && status !== 'DELETED';
}

async function refuseUsed(name: string): Promise<void> {
  const uses = (await selectTemplateUses()).filter((use) => use.name === name);
  if (uses.length === 0) return;
  throw new KnownError(
    'record.conflict',
    `“${name}” is used ${uses.map(sayUse).join(' and ')}. Take it out there first.`,
  );
}

function sayUse(use: TemplateUse): string {
  switch (use.place) {
    case 'live':
      return `in the flow “${use.flowName}”`;
    case 'draft':
      return `in the draft of the flow “${use.flowName}”`;
    case 'campaign':
      return `in the campaign “${use.campaignName}”`;
    case 'closedWindow':
      return 'for customers who last wrote over 24 hours ago';
    case 'followUps':
      return 'for follow-ups';
    default:
      return use satisfies never;
  }
}

/** One language by WhatsApp's id of it; all of them without one. */
async function removeSubmitted(name: string, id: string | null): Promise<TemplateFailure | null> {
  const access = templatesAccess();
  if (!access) {
    const sentence = 'WhatsApp has this template. Connect the account again to remove it there too.';
    throw new KnownError('channel.notConfigured', sentence);
  }
  const removed = await removeAtWhatsApp(access, { name, ...(id === null ? {} : { id }) });
  return removed.ok ? null : removed;
}
