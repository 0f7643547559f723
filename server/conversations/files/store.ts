import type { MediaKind } from '@/flows/schema/message';
import { getPool } from '../../db/pool';
import { sealText } from '../../sealing/seal-column';

/** A file of an officer that is stored already. */
export type OfficerFile = {
  readonly id: string;
  readonly contactId: string;
  readonly authorId: string;
  readonly kind: MediaKind;
  readonly filename: string | null;
  readonly mimeType: string;
  readonly byteSize: number;
  readonly sha256: string;
  readonly storageKey: string;
};

/** Adds it to the contact whom it is for; one that is there already stays as it is. */
export async function insertOfficerFile(file: OfficerFile): Promise<void> {
  const { id, contactId, authorId, kind, mimeType, byteSize, sha256, storageKey } = file;
  const filename = sealText('media_files.filename', file.filename);
  await getPool().query(
    `INSERT INTO media_files (id, contact_id, channel, kind, filename, mime_type, byte_size, sha256, storage_key, status,
       stored_at, author_id)
     SELECT $1, c.id, c.channel, $3, $4, $5, $6, $7, $8, 'stored', now(), $9 FROM contacts c WHERE c.id = $2
     ON CONFLICT (id) DO NOTHING`,
    [id, contactId, kind, filename, mimeType, byteSize, sha256, storageKey, authorId],
  );
}
