import { KnownError } from '../errors';

/** The bytes of a request as they came. Throws `request.tooLarge` as soon as there are more than `mostBytes`. */
export async function readRawBody(
  body: AsyncIterable<Uint8Array> | null,
  declaredLength: string | null | undefined,
  mostBytes: number,
): Promise<Uint8Array> {
  if (Number(declaredLength ?? 0) > mostBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw tooLarge(); // leaving the loop ends the reading
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

function tooLarge(): KnownError {
  return new KnownError('request.tooLarge', 'What was sent is too large.');
}
