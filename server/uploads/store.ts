import { getPool } from '../db/pool';
import { inTransaction } from '../db/transaction';
import { sealText } from '../sealing/seal-column';

/** How a link stands: it takes files, was finished by the customer, or is too old. */
export type UploadLink = {
  readonly tokenHash: string;
  readonly contactId: string;
  readonly language: string;
  readonly state: 'open' | 'used' | 'expired';
  /** Files that came by it, the first one first. */
  readonly files: readonly { readonly filename: string; readonly byteSize: number }[];
};

export async function insertUploadLink(link: {
  readonly tokenHash: string;
  readonly contactId: string;
  readonly language: string;
  readonly expiresAt: Date;
}): Promise<void> {
  await getPool().query(
    'INSERT INTO upload_links (token_hash, contact_id, language, expires_at) VALUES ($1, $2, $3, $4)',
    [link.tokenHash, link.contactId, link.language, link.expiresAt],
  );
}

/** The link of a token, or undefined when we made none such. */
export async function findUploadLink(tokenHash: string, now: Date): Promise<UploadLink | undefined> {
  const { rows } = await getPool().query<UploadLink>(
    `SELECT l.token_hash AS "tokenHash", l.contact_id AS "contactId", l.language,
       CASE WHEN l.used_at IS NOT NULL THEN 'used' WHEN l.expires_at <= $2 THEN 'expired' ELSE 'open' END AS state,
       (SELECT COALESCE(jsonb_agg(jsonb_build_object('filename', f.filename, 'byteSize', f.byte_size)
          ORDER BY f.created_at, f.id), '[]') FROM media_files f WHERE f.contact_id = l.contact_id AND f.upload_hash = l.token_hash) AS files
     FROM upload_links l WHERE l.token_hash = $1`,
    [tokenHash, now],
  );
  return rows[0];
}

/** A file that came by a link and is stored already. */
export type UploadedFile = {
  readonly id: string;
  readonly kind: 'document' | 'image';
  readonly filename: string;
  readonly mimeType: string;
  readonly byteSize: number;
  readonly sha256: string;
  readonly storageKey: string;
};

/**
 * Adds a file to the contact of a link. One that is there already stays as it is. `closed`: the link takes no more, `full`:
 * it has its `most` files.
 */
export async function insertUploadedFile(
  tokenHash: string,
  file: UploadedFile,
  limits: { readonly most: number; readonly now: Date },
): Promise<'added' | 'closed' | 'full'> {
  const { id, kind, filename, mimeType, byteSize, sha256, storageKey } = file;
  return inTransaction(async (client) => {
    // Files of one link are counted one after the other.
    const locked = await client.query(
      `SELECT EXISTS (SELECT 1 FROM media_files WHERE id = $2) AS "isIn", used_at IS NULL AND expires_at > $3 AS "isOpen"
       FROM upload_links WHERE token_hash = $1 FOR UPDATE`,
      [tokenHash, id, limits.now],
    );
    if (locked.rows[0]?.isIn) return 'added';
    if (!locked.rows[0]?.isOpen) return 'closed';
    const { rowCount } = await client.query(
      `INSERT INTO media_files (id, contact_id, channel, kind, filename, mime_type, byte_size, sha256, storage_key, status,
         stored_at, upload_hash)
       SELECT $2, l.contact_id, c.channel, $3, $4, $5, $6, $7, $8, 'stored', now(), $1
       FROM upload_links l JOIN contacts c ON c.id = l.contact_id
       WHERE l.token_hash = $1 AND (SELECT count(*) FROM media_files WHERE contact_id = l.contact_id AND upload_hash = $1) < $9
       ON CONFLICT (id) DO NOTHING`,
      [
        tokenHash,
        id,
        kind,
        sealText('media_files.filename', filename),
        mimeType,
        byteSize,
        sha256,
        storageKey,
        limits.most,
      ],
    );
    return rowCount === 1 ? 'added' : 'full';
  });
}

/** Ends a link by which at least one file came. Says whether it is ended now. */
export async function markUsed(tokenHash: string, now: Date): Promise<boolean> {
  const { rowCount } = await getPool().query(
    `UPDATE upload_links l SET used_at = COALESCE(used_at, $2) WHERE token_hash = $1
       AND (used_at IS NOT NULL OR EXISTS
         (SELECT 1 FROM media_files f WHERE f.contact_id = l.contact_id AND f.upload_hash = $1))`,
    [tokenHash, now],
  );
  return rowCount === 1;
}
