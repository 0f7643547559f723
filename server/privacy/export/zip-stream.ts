import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** One file of an archive: its place in it, and its bytes a piece at a time. */
export type ZipEntry = Readonly<{
  name: string;
  at: Date;
  /** packed: made smaller, for text; asIs: for pictures and sound, which are small already. */
  how: 'packed' | 'asIs';
  pieces: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}>;

/**
 * A ZIP of these files, made as fast as it is taken: no more than one piece of one file is in memory. What can't be read
 * breaks it off, and `onBroken` is told why.
 */
export function zipStream(
  entries: AsyncIterable<ZipEntry>,
  onBroken: (cause: unknown) => void,
): ReadableStream<Uint8Array> {
  const zipped = zip(entries);
  const fail = (cause: unknown): never => {
    onBroken(cause);
    throw cause;
  };
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await zipped.next().catch(fail);
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await zipped.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}

async function* zip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array, undefined> {
  const ready: Uint8Array[] = [];
  const archive = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  for await (const { name, at, how, pieces } of entries) {
    const file = how === 'packed' ? new ZipDeflate(name) : new ZipPassThrough(name);
    file.mtime = at;
    archive.add(file);
    for await (const piece of pieces()) {
      file.push(piece);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  archive.end();
  yield* ready.splice(0);
}
