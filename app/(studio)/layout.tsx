import type { ReactElement, ReactNode } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { KnowMe } from './_me/KnowMe';
import { SessionSheet } from './_session/SessionSheet';
import { Navigation } from './_shell/Navigation';
import { ServerState } from './_trpc/ServerState';

/** The frame of who is signed in. What a page needs beyond that, the page asks: a layout isn't drawn anew for each. */
export default async function StudioLayout({ children }: { readonly children: ReactNode }): Promise<ReactElement> {
  const { sessionId: _, ...me } = await requirePage('viewer');
  return (
    <KnowMe me={me}>
      <ServerState>
        <a
          href="#content"
          className="fixed top-2 left-2 z-50 -translate-y-16 rounded-lg bg-accent px-3 py-1.5 text-sm text-accent-ink focus:translate-y-0"
        >
          {words.skipToContent}
        </a>
        <div className="flex h-dvh flex-col-reverse md:flex-row">
          <Navigation />
          <main id="content" tabIndex={-1} className="min-h-0 min-w-0 flex-1 overflow-y-auto outline-none">
            {children}
          </main>
        </div>
        <SessionSheet />
      </ServerState>
    </KnowMe>
  );
}
