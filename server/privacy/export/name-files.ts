import type { MediaFile } from '../../media/store';

type Named = Pick<MediaFile, 'id' | 'kind' | 'filename' | 'mimeType'>;

/** A name in an archive for each file, by its id: the sender's own where it is safe, and no two alike on any computer. */
export function nameFiles(files: readonly Named[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const file of files) {
    const { stem, extension } = safeName(file);
    let name = stem + extension;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${stem} (${count})${extension}`;
    taken.add(name.toLowerCase());
    names.set(file.id, name);
  }
  return names;
}

const LONGEST_STEM = 80;
const LONGEST_EXTENSION = 11; // with its dot
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i; // devices, which Windows makes no files of

function safeName({ kind, filename, mimeType }: Named): { readonly stem: string; readonly extension: string } {
  const safe = (filename ?? '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} ._()-]/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '');
  const dot = safe.lastIndexOf('.');
  const hasExtension = dot > 0 && safe.length - dot <= LONGEST_EXTENSION;
  const stem = cut(hasExtension ? safe.slice(0, dot) : safe);
  const extension = hasExtension ? safe.slice(dot) : (extensions[mimeType ?? ''] ?? '');
  if (stem === '') return { stem: kind, extension };
  return { stem: reserved.test(stem) ? `_${stem}` : stem, extension };
}

/** By whole characters: half of one can't be written. */
function cut(stem: string): string {
  return [...stem].slice(0, LONGEST_STEM).join('').trimEnd();
}

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'image/gif': '.gif',
  'image/heic': '.heic',
  'audio/aac': '.aac',
  'audio/amr': '.amr',
  'audio/mpeg': '.mp3',
  'audio/mp4': '.m4a',
  'audio/ogg': '.ogg',
  'audio/wav': '.wav',
  'video/mp4': '.mp4',
  'video/3gpp': '.3gp',
  'application/pdf': '.pdf',
  'text/plain': '.txt',
};
