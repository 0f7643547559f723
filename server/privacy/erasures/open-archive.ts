import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';
import { recordAudit } from '../../audit/store';
import type { Actor } from '../../auth/actor';
import { getPool } from '../../db/pool';
import { KnownError } from '../../errors';
import { mediaStorage } from '../../media/storage';
import { unseal } from '../sealing/seal';
import { readKey } from '../sealing/store';
import { archiveName, type openReason, type SealedFile } from './erasure';
import { type Archive, selectArchive } from './store';

export type OpenRequest = Readonly<{ actor: Actor; erasureId: string; reason: z.infer<typeof openReason> }>;

/** What a sealed archive holds: the export as it was on the day, as JSON, and its files. Opening it is written down first. */
export async function openArchive({
  actor,
  erasureId,
  reason,
}: OpenRequest): Promise<{ readonly json: string; readonly files: readonly SealedFile[] }> {
  const { archive, key } = await unlock(erasureId);
  await writeDown(actor, archive, { reason });
  const json = gunzipSync(unseal(key, archiveName(erasureId), archive.sealed)).toString('utf8');
  return { json, files: archive.files };
}

/** One file of a sealed archive, in base64. */
export async function openArchivedFile({
  actor,
  erasureId,
  reason,
  fileId,
}: OpenRequest & { readonly fileId: string }): Promise<{ readonly mimeType: string | null; readonly base64: string }> {
  const { archive, key } = await unlock(erasureId);
  const file = archive.files.find(({ id }) => id === fileId);
  const sealed = file && (await mediaStorage().get(file.key));
  if (!file || !sealed) throw new KnownError('record.notFound', 'There is no such file in this archive.');
  await writeDown(actor, archive, { reason, file: fileId });
  return { mimeType: file.mimeType, base64: unseal(key, fileId, sealed).toString('base64') };
}

async function unlock(erasureId: string): Promise<{ readonly archive: Archive; readonly key: Buffer }> {
  const archive = await selectArchive(erasureId);
  if (!archive) throw new KnownError('record.notFound', 'There is no such archive, or its time is over.');
  const key = await readKey(getPool(), archiveName(erasureId));
  if (key) return { archive, key };
  throw new KnownError(
    'record.conflict',
    'This archive is locked with another secret. Set VAARTA_PREVIOUS_SECRET to the one before and start again.',
  );
}

function writeDown(actor: Actor, archive: Archive, detail: Readonly<Record<string, string>>): Promise<void> {
  const subject = { type: 'contact', id: archive.contactId } as const;
  return recordAudit({ actor, act: 'archive.opened', subject, detail: { ...detail, erasure: archive.id } });
}
