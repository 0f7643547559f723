import { z } from 'zod';

/** Where the studio of an app is, and the cookie of an owner who is signed in there. */
export type StudioDoor = { readonly address: string; readonly cookie: string };

/** Asks the studio of an app under load, as its screens do. Rejects with what the app says when it refuses. */
export async function askStudio(
  { address, cookie }: StudioDoor,
  procedure: string,
  input: unknown,
  kind: 'read' | 'change' = 'change',
): Promise<unknown> {
  const url = `${address}/api/trpc/${procedure}`;
  const body = JSON.stringify({ json: input });
  const response = await fetch(kind === 'read' ? `${url}?input=${encodeURIComponent(body)}` : url, {
    ...(kind === 'read' ? {} : { method: 'POST', body }),
    headers: { 'content-type': 'application/json', origin: address, cookie },
    signal: AbortSignal.timeout(patienceMs),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${procedure}: ${response.status} ${text.slice(0, 500)}`);
  return answer.parse(JSON.parse(text)).result.data.json;
}

const patienceMs = 60_000;
const answer = z.object({ result: z.object({ data: z.object({ json: z.unknown() }) }) });
