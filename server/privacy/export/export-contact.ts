import { z } from 'zod';
import { recordAudit } from '../../audit/store';
import type { Actor } from '../../auth/actor';
import { KnownError } from '../../errors';
import { readFiles } from '../../media/store';
import { composeExport } from '../contact-data/compose-export';
import { locateContact, readContactRows } from '../contact-data/store';
import { exportEntries } from './export-entries';
import type { ZipEntry } from './zip-stream';

/**
 * Everything that is kept of a contact, as the files of an archive: the rows as JSON, the files themselves, and what is what.
 * Who asked for it is written down. Throws `record.notFound`.
 */
export async function exportContact(
  { actor, contactId }: { readonly actor: Actor; readonly contactId: string },
  nowMs: number,
): Promise<AsyncIterable<ZipEntry>> {
  const located = z.uuid().safeParse(contactId).success ? await locateContact(contactId) : undefined;
  if (!located) throw new KnownError('record.notFound', 'There is no such contact.');
  const { contact } = located;
  const exported = composeExport(contact, await readContactRows(located), nowMs);
  const files = await readFiles(contact.id);
  const sections = Object.entries(exported.rows).map(([section, rows]) => `${section}:${rows.length}`);
  const subject = { type: 'contact', id: contact.id } as const;
  await recordAudit({ actor, act: 'contact.exported', subject, detail: { sections, files: files.length } });
  return exportEntries(exported, files);
}
