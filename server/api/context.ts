import type { Actor } from '../auth/actor';
import { readActor } from '../auth/read-actor';

/** What every procedure knows about the request that called it. `actor` is null where nobody is signed in. */
export type ApiContext = Readonly<{ headers: Headers; url: string; actor: Actor | null }>;

/** The context of one HTTP request. */
export async function createApiContext(request: Request): Promise<ApiContext> {
  return { headers: request.headers, url: request.url, actor: await readActor(request.headers) };
}
