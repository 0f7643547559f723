import type { ReactElement, ReactNode } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { Inbox } from './Inbox';

/** The inbox stays where it is while one conversation after the other is opened in it: its pages are its addresses. */
export default async function InboxLayout({ children }: { readonly children: ReactNode }): Promise<ReactElement> {
  await requirePage('officer');
  return (
    <>
      <Inbox />
      {children}
    </>
  );
}
