import { fetchTemplates, type TemplateFailure, type TemplatesAccess } from '../../channels/whatsapp/templates-api';
import { lenderName } from '../lender-name';
import { mergeListed } from './merge-listed';
import { databaseTime, mergeTemplates, noteSynced } from './store';

export type Synced = Readonly<{ ok: true; listed: number; added: number; missing: number; syncedAt: string }>;

/** Takes over what WhatsApp says of all templates. Half a list changes nothing. */
export async function syncTemplates(access: TemplatesAccess): Promise<Synced | TemplateFailure> {
  const askedAt = await databaseTime();
  const answer = await fetchTemplates(access);
  if (!answer.ok) return answer;
  const { templates: listed } = answer;
  const sides = { listed, askedAt, lenderName: await lenderName() };
  const { rows, missing } = await mergeTemplates((stored) => mergeListed({ ...sides, stored }));
  await noteSynced(askedAt);
  return {
    ok: true,
    listed: listed.length,
    added: rows.filter(({ isNew }) => isNew).length,
    missing: missing.length,
    syncedAt: askedAt.toISOString(),
  };
}
