import { type Actor, isAtLeast, type Role } from '../auth/actor';
import { readActor } from '../auth/read-actor';
import type { Access } from './refuse-foreign';
import { refuseRequest } from './refuse-request';

/** Who asks, or the answer that refuses them. */
export type Admission =
  | { readonly ok: true; readonly actor: Actor }
  | { readonly ok: false; readonly response: Response };

/** Lets a request to a route in that is no procedure: from our own pages, by somebody with at least this role. */
export async function admitRequest(request: Request, access: Access, least: Role): Promise<Admission> {
  const foreign = refuseRequest(request, access);
  if (foreign) return refused(403, 'request.invalid', foreign);
  const actor = await readActor(request.headers);
  if (!actor) return refused(401, 'signIn.required', 'Sign in first.');
  if (!isAtLeast(actor.role, least)) return refused(403, 'right.missing', 'Your role may not do this.');
  return { ok: true, actor };
}

function refused(status: number, code: string, message: string): Admission {
  const headers = { 'cache-control': 'no-store' };
  return { ok: false, response: Response.json({ code, message }, { status, headers }) };
}
