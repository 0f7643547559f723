import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { type Actor, isAtLeast, type Role } from '@/server/auth/actor';
import { isHeldBack, readActor } from '@/server/auth/read-actor';

/**
 * Lets a page be shown to people with at least this role, and says who they are. Everybody else is led away before anything
 * is read: to the sign-in screen, which leads back, to their second factor, which does too, or to a page that says that this
 * is not for their role.
 */
export async function requirePage(least: Role): Promise<Actor> {
  const actor = await whoAsks();
  if (!actor) redirect(`${await whereTo()}?next=${encodeURIComponent(await wantedPath())}`);
  if (!isAtLeast(actor.role, least)) redirect('/not-allowed');
  return actor;
}

/** Once for each request: a layout and its page ask both. */
const whoAsks = cache(async () => readActor(await headers()));

async function whereTo(): Promise<'/sign-in' | '/second-factor'> {
  return (await isHeldBack(await headers())) ? '/second-factor' : '/sign-in';
}

/** As the proxy wrote it down: a page doesn't know its own address. The sign-in screen follows paths of ours only. */
async function wantedPath(): Promise<string> {
  return (await headers()).get('x-vaarta-path') ?? '/';
}
