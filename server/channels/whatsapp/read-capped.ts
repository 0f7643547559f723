/** The bytes of an answer and the type that its header names. */
export type Read = { readonly ok: true; readonly bytes: Uint8Array; readonly mimeType: string | undefined };

/**
 * Reads an answer's body, or gives undefined as soon as there is more than `mostBytes` of it. Throws when it breaks off. A
 * body whose length is told beforehand is kept once and not twice.
 */
export async function readCapped(response: Response, mostBytes: number): Promise<Read | undefined> {
  const told = Number(response.headers.get('content-length') ?? Number.NaN);
  if (told > mostBytes) {
    await response.body?.cancel();
    return undefined;
  }
  const mimeType = response.headers.get('content-type') ?? undefined;
  const whole = Number.isSafeInteger(told) && !response.headers.has('content-encoding') ? new Uint8Array(told) : null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    const end = size + chunk.byteLength;
    if (end > mostBytes) return undefined; // leaving the loop cancels the body
    if (whole && end <= whole.byteLength) whole.set(chunk, size);
    else chunks.push(chunk);
    size = end;
  }
  const bytes = whole && chunks.length === 0 ? whole.subarray(0, size) : Buffer.concat(chunks);
  return { ok: true, bytes, mimeType };
}
