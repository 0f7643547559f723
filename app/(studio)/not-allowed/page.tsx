import { ShieldOff } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { buttonClass } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { words } from '@/app/_words/en';

const texts = words.entry.notAllowed;

export const metadata: Metadata = { title: texts.title };

/** Where somebody ends who asked for a page that needs another role. */
export default async function NotAllowedPage(): Promise<ReactElement> {
  const { role } = await requirePage('viewer');
  return (
    <div className="flex min-h-full items-center justify-center">
      <Notice
        icon={ShieldOff}
        title={texts.title}
        action={
          <Link href="/" className={buttonClass('primary')}>
            {words.problem.goHome}
          </Link>
        }
      >
        {texts.body(words.roles[role].label)}
      </Notice>
    </div>
  );
}
