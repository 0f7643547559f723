import { fileTypeFromBuffer } from 'file-type';

/** What nobody can say more of than that it is bytes. Never shown, only handed out. */
export const unknownType = 'application/octet-stream';

/**
 * What a file is, by its bytes. `claimed`, the sender's word, only decides between kinds that bytes don't tell apart.
 * Whatever is not on the list (a page, a script, a program) is `application/octet-stream`.
 */
export async function typeOf(bytes: Uint8Array, claimed: string | undefined): Promise<string> {
  const said = (claimed ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const found = (await fileTypeFromBuffer(bytes))?.mime.split(';')[0];
  if (found === undefined) return isPlainText(bytes) ? 'text/plain' : unknownType;
  if (found === 'application/x-cfb') return oldOffice.has(said) ? said : unknownType;
  if (said.startsWith('audio/')) {
    const alone = soundAlone[found];
    if (alone !== undefined) return alone;
  }
  return sameTypes[found] ?? (knownTypes.has(found) ? found : unknownType);
}

const knownTypes: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/heic',
  'image/heif',
  'audio/aac',
  'audio/amr',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
  'audio/wav',
  'audio/webm',
  'video/mp4',
  'video/3gpp',
  'video/quicktime',
  'video/webm',
  'application/pdf',
  'application/rtf',
  'application/zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
]);

/** Office files before 2007 are one container, whatever is inside. */
const oldOffice: ReadonlySet<string> = new Set([
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
]);

/** Containers of pictures and sound, when they are said to hold sound alone. */
const soundAlone: Readonly<Record<string, string>> = {
  'video/webm': 'audio/webm',
  'video/mp4': 'audio/mp4',
  'video/3gpp': 'audio/mp4',
  'video/ogg': 'audio/ogg',
};

/** Other names of the same. */
const sameTypes: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4',
  'audio/opus': 'audio/ogg',
  'audio/vnd.wave': 'audio/wav',
  'image/heic-sequence': 'image/heic',
  'image/heif-sequence': 'image/heif',
};

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Readable text that no program would take for a page, a picture or a script. */
function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.byteLength === 0) return false;
  try {
    const text = utf8.decode(bytes);
    // Control characters are no text; what begins with "<" or "#!" is made to be run.
    return !/(?![\t\n\f\r])\p{Cc}/u.test(text) && !/^\s*(<|#!)/.test(text);
  } catch {
    return false;
  }
}
