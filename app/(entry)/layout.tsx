import type { Metadata } from 'next';
import type { ReactElement, ReactNode } from 'react';
import { Logo } from '@/app/_ui/Logo';
import { words } from '@/app/_words/en';

/** The addresses of this room are keys, or lead back to somebody's work: no other site learns them. */
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'no-referrer' };

export default function EntryLayout({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 px-5 py-10">
      <p className="flex items-center gap-2.5 text-lg font-semibold tracking-tight">
        <Logo className="size-8 text-accent" />
        {words.product}
      </p>
      {children}
    </main>
  );
}
