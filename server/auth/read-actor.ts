import type { Actor } from './actor';
import { getAuth } from './auth';
import { selectSomebody, touchSession } from './store';

/**
 * Who is signed in by these headers; null for nobody, for somebody who was disabled, and for an owner who must set up a second
 * factor first (`isHeldBack`). Roles count as they are now.
 */
export async function readActor(headers: Headers): Promise<Actor | null> {
  const visitor = await readVisitor(headers);
  if (!visitor || visitor.isHeldBack) return null;
  const { person, sessionId } = visitor;
  await touchSession(sessionId, new Date());
  return { ...person, sessionId };
}

/** Whether these headers are an owner's who is signed in, and kept from everything until they have a second factor. */
export async function isHeldBack(headers: Headers): Promise<boolean> {
  return (await readVisitor(headers))?.isHeldBack ?? false;
}

async function readVisitor(headers: Headers) {
  if (!headers.has('cookie')) return undefined;
  const signedIn = await getAuth().api.getSession({ headers, query: { disableCookieCache: true } });
  if (!signedIn) return undefined;
  const { id: sessionId, userId } = signedIn.session;
  const somebody = await selectSomebody(userId);
  return somebody && { ...somebody, sessionId };
}
