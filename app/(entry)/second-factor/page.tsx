import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactElement } from 'react';
import { safeNext } from '@/app/_auth/safe-next';
import { words } from '@/app/_words/en';
import { isHeldBack } from '@/server/auth/read-actor';
import { SetUpDoor } from './_door/SetUpDoor';

const texts = words.entry.heldBack;

export const metadata: Metadata = { title: texts.title };

type Props = { readonly searchParams: Promise<{ readonly next?: string | readonly string[] }> };

/** Where an owner is led who must set up a second factor before anything else. */
export default async function SecondFactorPage({ searchParams }: Props): Promise<ReactElement> {
  const next = safeNext((await searchParams).next);
  if (!(await isHeldBack(await headers()))) redirect(next); // who is not signed in is led on from there
  return (
    <section aria-labelledby="second-factor" className="rounded-2xl border border-line bg-surface p-6 shadow-card">
      <h1 id="second-factor" className="text-xl font-semibold tracking-tight">
        {texts.title}
      </h1>
      <p className="mt-1 mb-5 text-sm text-ink-soft">{texts.lead}</p>
      <SetUpDoor next={next} />
    </section>
  );
}
