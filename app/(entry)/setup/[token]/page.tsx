import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { readLink } from '@/server/auth/links/read-link';
import { LinkPage } from '../../_link/LinkPage';

export const metadata: Metadata = { title: words.entry.links.setup.title };

/** A link dies when it is used: a page that was kept would still offer it. */
export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ readonly token: string }> };

export default async function SetupPage({ params }: Props): Promise<ReactElement> {
  const { token } = await params;
  return <LinkPage kind="setup" token={token} link={await readLink(token, Date.now())} />;
}
