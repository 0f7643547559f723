import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { type Actor, isAtLeast, type Role } from '@/server/auth/actor';
import { readActor } from '@/server/auth/read-actor';

/**
 * Lets a page be shown to people with at least this role, and says who they are. Everybody else is led away before anything
 * is read: to the sign-in screen, which leads back, or to a page that says that this is not for their role.
 */
export async function requirePage(least: Role): Promise<Actor> {
  const actor = await whoAsks();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(await wantedPath())}`);
  if (!isAtLeast(actor.role, least)) redirect('/not-allowed');
  return actor;
}

/** Once for each request: a layout and its page ask both. */
const whoAsks = cache(async () => readActor(await headers()));

/** As the proxy wrote it down: a page doesn't know its own address. The sign-in screen follows paths of ours only. */
async function wantedPath(): Promise<string> {
  return (await headers()).get('x-vaarta-path') ?? '/';
}
