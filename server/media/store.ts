import type { IncomingMediaKind, Transcript } from '@/flows/schema/message';
import type { ChannelId } from '../channels/channel';
import { getPool } from '../db/pool';

/** A file of a customer as officers see it. `problemCode` says why it is not there (yet). */
export type MediaFile = {
  readonly id: string;
  readonly contactId: string;
  /** Null for a file that came by an upload link. */
  readonly inboxEntryId: string | null;
  readonly kind: IncomingMediaKind;
  readonly filename: string | null;
  readonly mimeType: string | null;
  readonly byteSize: number | null;
  readonly storageKey: string | null;
  readonly durationMs: number | null;
  readonly status: 'waiting' | 'stored' | 'failed';
  readonly transcriptStatus: 'none' | 'waiting' | 'heard' | 'unheard';
  readonly transcript: Transcript | null;
  readonly problemCode: string | null;
  readonly createdAt: Date;
};

const fileColumns = `id, contact_id AS "contactId", inbox_entry_id AS "inboxEntryId", kind, filename,
  mime_type AS "mimeType", byte_size AS "byteSize", storage_key AS "storageKey", duration_ms AS "durationMs", status,
  transcript_status AS "transcriptStatus", transcript, problem_code AS "problemCode", created_at AS "createdAt"`;

/** All files of a contact, the newest first: what was sent in the chat and what came by upload links. */
export async function readFiles(contactId: string): Promise<readonly MediaFile[]> {
  const { rows } = await getPool().query<MediaFile>(
    `SELECT ${fileColumns} FROM media_files WHERE contact_id = $1 ORDER BY created_at DESC, id DESC`,
    [contactId],
  );
  return rows;
}

/** One file, or undefined when there is none of this id. */
export async function readFile(fileId: string): Promise<MediaFile | undefined> {
  const { rows } = await getPool().query<MediaFile>(`SELECT ${fileColumns} FROM media_files WHERE id = $1`, [fileId]);
  return rows[0];
}

/** A file that this process must fetch now. */
export type FetchJob = {
  readonly id: string;
  readonly contactId: string;
  readonly channel: ChannelId;
  readonly account: string | null;
  readonly kind: IncomingMediaKind;
  readonly mediaId: string;
  readonly mimeType: string | null;
  readonly claimedHash: string | null;
  /** Which try this is, from 1 on. */
  readonly attempts: number;
  readonly ageMs: number;
};

/**
 * Claims up to `most` files that are to be fetched, voice notes first, since somebody waits for them. No two processes get
 * the same one; those of a dead worker are free again.
 */
export async function claimFiles(
  owner: string,
  most: number,
  channels: readonly ChannelId[],
): Promise<readonly FetchJob[]> {
  const { rows } = await getPool().query<FetchJob>({
    name: 'media.claim',
    text: `WITH due AS (
       SELECT id FROM media_files f
       WHERE status = 'waiting' AND media_id IS NOT NULL AND channel::text = ANY($3)
         AND (not_before IS NULL OR not_before <= now())
         AND (owner IS NULL OR lease_until <= now() OR NOT EXISTS
           (SELECT 1 FROM worker_processes w WHERE w.id = f.owner AND w.seen_at > now() - make_interval(secs => $5)))
       ORDER BY kind <> 'voice', created_at LIMIT $2 FOR UPDATE SKIP LOCKED
     )
     UPDATE media_files f SET owner = $1, lease_until = now() + make_interval(secs => $4), attempts = f.attempts + 1
     FROM due WHERE f.id = due.id
     RETURNING f.id, contact_id AS "contactId", channel, account, kind, media_id AS "mediaId", mime_type AS "mimeType",
       claimed_hash AS "claimedHash", attempts, (extract(epoch FROM now() - created_at) * 1000)::float8 AS "ageMs"`,
    values: [owner, most, channels, leaseSeconds, silentSeconds],
  });
  return rows;
}

const leaseSeconds = 900; // the longest fetch, and the wait of large files for each other
const silentSeconds = 5; // a worker that has not beaten for so long is dead to the others

/** Milliseconds until a file that was put off is tried again, or undefined when there is none. */
export async function msUntilNextFile(): Promise<number | undefined> {
  const { rows } = await getPool().query<{ ms: number | null }>(
    `SELECT GREATEST(0, extract(epoch FROM min(not_before) - now()) * 1000)::float8 AS ms
     FROM media_files WHERE status = 'waiting' AND not_before > now()`,
  );
  return rows[0]?.ms ?? undefined;
}

/** What came of one try. */
export type FetchOutcome =
  | {
      readonly status: 'stored';
      readonly storageKey: string;
      readonly mimeType: string;
      readonly byteSize: number;
      readonly sha256: string;
      readonly durationMs: number | null;
    }
  | { readonly status: 'failed'; readonly problemCode: string }
  | { readonly status: 'waiting'; readonly problemCode: string; readonly retryAfterMs: number };

/**
 * Records it, unless somebody else has taken the file over since. Where a turn may have waited for it, and waits for no
 * transcript, the contact is made due; resolves to whether it was.
 */
export async function recordFetch(owner: string, job: FetchJob, outcome: FetchOutcome): Promise<boolean> {
  const stored = outcome.status === 'stored' ? outcome : undefined;
  const { rowCount } = await getPool().query({
    name: 'media.record',
    text: recordSql,
    values: [
      job.id,
      owner,
      job.attempts,
      outcome.status,
      stored?.storageKey ?? null,
      stored?.mimeType ?? null,
      stored?.byteSize ?? null,
      stored?.sha256 ?? null,
      stored?.durationMs ?? null,
      outcome.status === 'stored' ? null : outcome.problemCode,
      outcome.status === 'waiting' ? outcome.retryAfterMs : null,
    ],
  });
  return rowCount === 1;
}

// A note that will never be there is not waited for: "unheard". A contact whose turn is just being taken becomes due again
// after it, which `burst_began_at` says.
const recordSql = `
WITH recorded AS (
  UPDATE media_files SET owner = NULL, lease_until = NULL, status = $4::media_status, problem_code = $10,
    storage_key = $5, mime_type = COALESCE($6, mime_type), byte_size = $7, sha256 = $8, duration_ms = $9,
    stored_at = CASE WHEN $4 = 'stored' THEN now() END,
    not_before = now() + make_interval(secs => $11::float8 / 1000),
    transcript_status = CASE WHEN $4 = 'failed' AND transcript_status = 'waiting' THEN 'unheard' ELSE transcript_status END
  WHERE id = $1 AND owner = $2 AND attempts = $3 AND status = 'waiting'
  RETURNING contact_id, status, transcript_status
)
INSERT INTO turn_queue AS q (contact_id, due_at, burst_began_at)
SELECT contact_id, now(), now() FROM recorded WHERE status <> 'waiting' AND transcript_status <> 'waiting'
ON CONFLICT (contact_id) DO UPDATE SET
  burst_began_at = COALESCE(q.burst_began_at, now()),
  due_at = CASE WHEN q.burst_began_at IS NOT NULL OR (q.failures > 0 AND q.due_at > now()) THEN q.due_at
    ELSE LEAST(q.due_at, now()) END`;

/** The keys under which a contact's files are stored, also those that the simulator handed over. */
export async function readStorageKeys(contactId: string): Promise<readonly string[]> {
  const { rows } = await getPool().query<{ key: string }>(
    `SELECT key FROM media_files, unnest(ARRAY[storage_key, CASE channel WHEN 'simulator' THEN media_id END]) AS key
     WHERE contact_id = $1 AND key IS NOT NULL`,
    [contactId],
  );
  return rows.map(({ key }) => key);
}

export async function deleteFiles(contactId: string): Promise<void> {
  await getPool().query('DELETE FROM media_files WHERE contact_id = $1', [contactId]);
}
