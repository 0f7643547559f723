import { mediaStorage } from '../../media/storage';
import type { MediaFile } from '../../media/store';
import type { ContactExport } from '../contact-data/compose-export';
import { composeReadme, type ListedFile } from './compose-readme';
import { nameFiles } from './name-files';
import type { ZipEntry } from './zip-stream';

const FOLDER = 'files';
const MOST_BYTES = 4_000_000_000; // a ZIP without its 64-bit form ends at 4 GiB

/** The parts of an export in their order; what is said of the files comes last, when it is known which were there. */
export async function* exportEntries(
  exported: ContactExport,
  files: readonly MediaFile[],
): AsyncGenerator<ZipEntry, undefined> {
  const at = new Date(exported.exportedAt);
  const names = nameFiles(files);
  const placeOf = (id: string) => `${FOLDER}/${names.get(id)}`;
  const places = files.map(({ id }) => ({ id, name: placeOf(id) }));
  const json = Buffer.from(JSON.stringify({ ...exported, files: places }, null, 2));
  yield { name: 'contact.json', at, how: 'packed', pieces: () => slicesOf(json) };

  const listed: ListedFile[] = [];
  let total = json.byteLength;
  for (const file of files) {
    const name = placeOf(file.id);
    const first = await firstSlice(file);
    const isTooMuch = total + (file.byteSize ?? 0) > MOST_BYTES;
    listed.push({ name, at: file.createdAt, problem: !first ? 'missing' : isTooMuch ? 'tooMuch' : null });
    if (!first || isTooMuch) continue;
    total += file.byteSize ?? 0;
    yield { name, at: file.createdAt, how: 'asIs', pieces: () => slices(file, first) };
  }
  const readme = composeReadme(exported, listed);
  yield { name: 'README.txt', at, how: 'packed', pieces: () => [Buffer.from(readme)] };
}

const SLICE_BYTES = 2 * 1024 * 1024;

async function firstSlice(file: MediaFile): Promise<Uint8Array | undefined> {
  if (file.storageKey === null) return;
  return mediaStorage().get(file.storageKey, sliceFrom(0));
}

/** A file a slice at a time: a large one is never in memory as a whole. */
async function* slices({ storageKey, byteSize }: MediaFile, first: Uint8Array): AsyncGenerator<Uint8Array, undefined> {
  yield first;
  const size = byteSize ?? 0;
  for (let at = first.byteLength; storageKey !== null && at < size; ) {
    const slice = await mediaStorage().get(storageKey, sliceFrom(at));
    if (!slice || slice.byteLength === 0) throw new Error('A stored file ended too early.');
    yield slice;
    at += slice.byteLength;
  }
}

function sliceFrom(start: number): { readonly start: number; readonly end: number } {
  return { start, end: start + SLICE_BYTES - 1 };
}

/** Packing takes the processor: others get their turn between two pieces. */
async function* slicesOf(bytes: Buffer): AsyncGenerator<Uint8Array, undefined> {
  const most = 64 * 1024;
  for (let at = 0; at < bytes.byteLength; at += most) {
    yield bytes.subarray(at, at + most);
  }
}
