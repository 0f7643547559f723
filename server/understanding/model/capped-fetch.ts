/** The answer was longer than was asked for: it was cut off, not read. */
export class ResponseTooLarge extends Error {
  constructor() {
    super('The answer is too large.');
  }
}

/** `fetch` that follows no redirect (it would carry the key elsewhere) and reads no more than `mostBytes` of a body. */
export function cappedFetch(mostBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'manual' });
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > mostBytes) throw new ResponseTooLarge(); // leaving the loop cancels the body
      chunks.push(chunk);
    }
    const { status, statusText, headers } = response;
    return new Response(Buffer.concat(chunks), {
      status: status < 300 || status >= 400 ? status : 502,
      statusText,
      headers,
    });
  };
}
