import { z } from 'zod';
import { recordAudit } from '../audit/store';
import type { Actor } from '../auth/actor';
import { KnownError } from '../errors';
import { type ContactExport, composeExport } from './contact-data/compose-export';
import { readContactRows, readIdentity } from './contact-data/store';

/** Everything that is kept of a contact; who asked for it is written down. Throws `record.notFound`. */
export async function exportContact(
  { actor, contactId }: { readonly actor: Actor; readonly contactId: string },
  nowMs: number,
): Promise<ContactExport> {
  const contact = z.uuid().safeParse(contactId).success ? await readIdentity(contactId) : undefined;
  if (!contact) throw new KnownError('record.notFound', 'There is no such contact.');
  const exported = composeExport(contact, await readContactRows(contact), nowMs);
  const sections = Object.entries(exported.rows).map(([section, rows]) => `${section}:${rows.length}`);
  const subject = { type: 'contact', id: contact.id } as const;
  await recordAudit({ actor, act: 'contact.exported', subject, detail: { sections } });
  return exported;
}
