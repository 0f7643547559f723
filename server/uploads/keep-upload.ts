import { createHash, randomUUID } from 'node:crypto';
import { derivedId } from '../conversation/ids';
import { mediaStorage } from '../media/storage';
import { typeOf } from '../media/type-of';
import { insertUploadedFile, type UploadLink } from './store';

/** Why a file was not taken, as the page says it in the customer's language. */
export type UploadProblem =
  | 'upload.closed'
  | 'upload.full'
  | 'upload.tooOften'
  | 'upload.empty'
  | 'upload.failed'
  | 'file.tooLarge'
  | 'file.notAllowed';

export type GivenFile = {
  /** The page's name of it, the same when it is sent again; without one each is a file of its own. */
  readonly id: string | undefined;
  readonly bytes: Uint8Array;
  readonly filename: string;
};

/** Stores one file and adds it to the contact of a link; gives back why not. */
export async function keepUpload(
  link: UploadLink,
  { id, bytes, filename }: GivenFile,
  nowMs: number,
): Promise<UploadProblem | undefined> {
  if (bytes.byteLength > mostBytes) return 'file.tooLarge';
  const mimeType = await typeOf(bytes, undefined);
  const kind = kinds[mimeType];
  if (kind === undefined) return 'file.notAllowed';
  const fileId = derivedId(link.tokenHash, id ?? randomUUID());
  const storageKey = `files/${fileId.slice(-2)}/${fileId}`;
  await mediaStorage().put(storageKey, bytes, mimeType);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { id: fileId, kind, mimeType, byteSize: bytes.byteLength, sha256, storageKey };
  const named = { ...file, filename: plainName(filename, mimeType) };
  const limits = { most: mostFiles, now: new Date(nowMs) };
  const fate = await insertUploadedFile(link.tokenHash, named, limits);
  if (fate === 'added') return undefined;
  await mediaStorage().remove(storageKey);
  return fate === 'full' ? 'upload.full' : 'upload.closed';
}

export const mostBytes = 20 * 1024 * 1024;
const mostFiles = 10;

const kinds: Readonly<Record<string, 'document' | 'image'>> = {
  'application/pdf': 'document',
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/heic': 'image',
  'image/heif': 'image',
};

/** A name without folders, control signs and endless length. */
export function plainName(filename: string, mimeType: string): string {
  const last = filename.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/[\p{C}]/gu, '').trim();
  return [...clean].slice(-120).join('') || `file.${mimeType.split('/')[1]}`;
}
