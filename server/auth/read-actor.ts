import type { Actor } from './actor';
import { getAuth } from './auth';
import { selectActor, touchSession } from './store';

/** Who is signed in by these headers; null for nobody, and for somebody who was disabled. Roles count as they are now. */
export async function readActor(headers: Headers): Promise<Actor | null> {
  if (!headers.has('cookie')) return null;
  const signedIn = await getAuth().api.getSession({ headers, query: { disableCookieCache: true } });
  if (!signedIn) return null;
  const { id: sessionId, userId } = signedIn.session;
  const somebody = await selectActor(userId);
  if (!somebody) return null;
  await touchSession(sessionId, new Date());
  return { ...somebody, sessionId };
}
