import type { Actor } from '../auth/actor';
import { isReadable } from '../leads/visibility/store';
import { readByteRange } from './byte-range';
import type { ByteRange, MediaStorage } from './media-storage';
import { isLinkGood } from './signed-link';
import { mediaStorage } from './storage';
import { readFile } from './store';
import { unknownType } from './type-of';

/**
 * Answers a request for a file by its signed link: the bytes, or a part of them, in such a way that no browser runs them.
 * Every link that is wrong, too old, of a file that is not there, or of a conversation that `reader` may not read is answered with 404.
 */
export async function answerFile(
  fileId: string,
  request: Request,
  reader: Pick<Actor, 'id' | 'role'>,
  nowMs: number,
): Promise<Response> {
  if (!uuid.test(fileId) || !isLinkGood(fileId, new URL(request.url).searchParams, nowMs)) return notFound();
  const file = await readFile(fileId);
  if (file?.status !== 'stored' || file.storageKey === null || file.byteSize === null) return notFound();
  if (!(await isReadable(reader, file.contactId))) return notFound();
  return serveBytes(request, {
    storage: mediaStorage(),
    key: file.storageKey,
    size: file.byteSize,
    mimeType: file.mimeType ?? unknownType,
    filename: file.filename ?? undefined,
  });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type ServedFile = {
  readonly storage: MediaStorage;
  readonly key: string;
  readonly size: number;
  readonly mimeType: string;
  readonly filename?: string | undefined;
};

/** The same for a file that whoever asks may read. */
export async function serveBytes(request: Request, file: ServedFile): Promise<Response> {
  const { size, mimeType } = file;
  const range = isPlayed(mimeType) ? readByteRange(request.headers.get('range'), size) : 'whole';
  const headers = headersOf(file);
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } });
  }
  const part = range === 'whole' ? { start: 0, end: size - 1 } : range;
  const first = await file.storage.get(file.key, sliceOf(part, part.start));
  if (!first || first.byteLength === 0) return notFound();
  const body = request.method === 'HEAD' ? null : stream(file, part, first);
  const length = { 'content-length': String(part.end - part.start + 1) };
  if (range === 'whole') return new Response(body, { status: 200, headers: { ...headers, ...length } });
  const contentRange = { 'content-range': `bytes ${part.start}-${part.end}/${size}` };
  return new Response(body, { status: 206, headers: { ...headers, ...length, ...contentRange } });
}

function headersOf({ mimeType, filename }: ServedFile): Record<string, string> {
  const isShown = shownTypes.has(mimeType) || mimeType.startsWith('audio/');
  return {
    'content-type': mimeType === 'text/plain' ? 'text/plain; charset=utf-8' : mimeType,
    'content-disposition': disposition(isShown ? 'inline' : 'attachment', filename),
    'content-security-policy': "default-src 'none'; sandbox", // Next sends its own for a path: next.config.mjs says the same
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=600',
    'accept-ranges': isPlayed(mimeType) ? 'bytes' : 'none',
  };
}

/** What a browser only draws or plays. All else is handed out as a file. */
const shownTypes: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'video/mp4']);

function isPlayed(mimeType: string): boolean {
  return mimeType.startsWith('audio/') || mimeType.startsWith('video/');
}

/** A file name in any script (RFC 6266, RFC 8187). */
function disposition(kind: 'inline' | 'attachment', filename: string | undefined): string {
  if (filename === undefined || filename === '') return kind;
  const plain = filename.replace(/[^\w .()-]/g, '_');
  // A name that was cut in the middle of a sign can't be encoded.
  const encoded = encodeURIComponent(filename.replace(/\p{Cs}/gu, '_')).replace(/['()*]/g, (sign) => `%${hexOf(sign)}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function hexOf(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase();
}

/** Reads as fast as it is taken, a slice at a time: a large file is never in memory as a whole. */
function stream({ storage, key }: ServedFile, part: ByteRange, first: Uint8Array): ReadableStream<Uint8Array> {
  let at = part.start;
  let next: Uint8Array | undefined = first;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const slice = next ?? (await storage.get(key, sliceOf(part, at)));
        next = undefined;
        if (!slice || slice.byteLength === 0) return controller.error(new Error('A stored file ended too early.'));
        at += slice.byteLength;
        controller.enqueue(slice);
        if (at > part.end) controller.close();
      },
    },
    { highWaterMark: 1 },
  );
}

const sliceBytes = 2 * 1024 * 1024;

function sliceOf({ end }: ByteRange, from: number): ByteRange {
  return { start: from, end: Math.min(end, from + sliceBytes - 1) };
}

function notFound(): Response {
  return new Response('There is no such file, or the link to it is too old.', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
