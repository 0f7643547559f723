import { type ReactElement, type ReactNode, Suspense } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { Inbox } from './Inbox';

/** The inbox stays where it is while one conversation after the other is opened in it: its pages are its addresses. */
export default async function InboxLayout({ children }: { readonly children: ReactNode }): Promise<ReactElement> {
  await requirePage('officer');
  return (
    <Suspense fallback={<Spinner label={words.inbox.list.loading} className="p-8 text-sm text-ink-soft" />}>
      <Inbox />
      {children}
    </Suspense>
  );
}
