import { createHash } from 'node:crypto';
import type { FetchedFile, FileToUpload, UploadedFile } from '../channel';

/** Where the simulator's files are: given from outside, since a channel keeps nothing itself. */
export type SimulatorFiles = {
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
  readonly put: (key: string, bytes: Uint8Array, mimeType: string) => Promise<void>;
};

/** What was sent from the phone in the studio; its media id is the key that it was stored by. */
export async function fetchKept(
  files: SimulatorFiles | undefined,
  mediaId: string,
  mostBytes: number,
): Promise<FetchedFile> {
  if (!files || !isSimulatorKey(mediaId)) return { ok: false, code: 'file.gone', retryable: false };
  try {
    const bytes = await files.get(mediaId);
    if (!bytes) return { ok: false, code: 'file.gone', retryable: false };
    if (bytes.byteLength > mostBytes) return { ok: false, code: 'file.tooLarge', retryable: false };
    return { ok: true, bytes, mimeType: 'application/octet-stream', sha256: undefined };
  } catch {
    return { ok: false, code: 'file.unreachable', retryable: true };
  }
}

/** Keeps a file of ours for the phone in the studio to play or show; the same bytes are kept once. */
export async function keepFile(
  files: SimulatorFiles | undefined,
  { bytes, mimeType }: FileToUpload,
): Promise<UploadedFile> {
  const name = createHash('sha256').update(bytes).digest('hex');
  try {
    if (!files) throw new Error('The simulator was given no place for files.');
    await files.put(`${folder}${name}`, bytes, mimeType);
    return { ok: true, fields: { link: `/api/simulator/files/${name}` }, expiresAt: '9999-01-01T00:00:00.000Z' };
  } catch {
    const detail = 'The file could not be stored. It is tried again.';
    return { ok: false, code: 'storage.unavailable', detail, retryable: true };
  }
}

const folder = 'simulator/';

/** Nothing but what the simulator itself has stored may be read by a media id. */
function isSimulatorKey(mediaId: string): boolean {
  return /^simulator\/[a-f0-9-]{36,64}$/.test(mediaId);
}
