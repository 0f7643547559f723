import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactElement } from 'react';
import { safeNext } from '@/app/_auth/safe-next';
import { words } from '@/app/_words/en';
import { isHeldBack, readActor } from '@/server/auth/read-actor';
import { Door } from './_door/Door';

const texts = words.entry.signIn;

export const metadata: Metadata = { title: texts.title };

type Props = { readonly searchParams: Promise<{ readonly next?: string | readonly string[] }> };

export default async function SignInPage({ searchParams }: Props): Promise<ReactElement> {
  const next = safeNext((await searchParams).next);
  const asked = await headers();
  if (await readActor(asked)) redirect(next);
  if (await isHeldBack(asked)) redirect(`/second-factor?next=${encodeURIComponent(next)}`);
  return (
    <>
      <section aria-labelledby="sign-in" className="rounded-2xl border border-line bg-surface p-6 shadow-card">
        <h1 id="sign-in" className="text-xl font-semibold tracking-tight">
          {texts.title}
        </h1>
        <p className="mt-1 mb-5 text-sm text-ink-soft">{texts.lead}</p>
        <Door next={next} />
      </section>
      <div className="flex flex-col gap-1.5 px-1 text-sm text-ink-faint">
        <p>{texts.forgotten}</p>
        <p>
          {texts.firstTime} <code className="font-mono text-xs">npm start</code> {texts.firstTimeEnd}
        </p>
      </div>
    </>
  );
}
