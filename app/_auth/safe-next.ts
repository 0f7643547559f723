import type { Route } from 'next';

/** Any host will do: it is only compared with itself. */
const HERE = 'http://here.invalid';

/** Where to go after signing in: a path of this site, or `/` when `next` leads anywhere else. */
export function safeNext(next: string | readonly string[] | null | undefined): Route {
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, HERE)) return '/';
  // The address as a browser reads it: `//other.site` and `/\other.site` begin like paths and are none.
  const { origin, pathname, search, hash } = new URL(next, HERE);
  const path = `${pathname}${search}${hash}`;
  return origin === HERE && isOurs(path) ? path : '/';
}

/** Not back to where one signs in, which would be a circle. A path without a page is answered by "not found". */
function isOurs(path: string): path is Route {
  return !/^\/(\/|sign-in|second-factor)/.test(path);
}
