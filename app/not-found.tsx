import { MapPinOff } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { buttonClass } from './_ui/Button';
import { Notice } from './_ui/Notice';

export const metadata: Metadata = { title: words.problem.notFoundTitle };

export default function NotFound(): ReactElement {
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <Notice
        icon={MapPinOff}
        title={words.problem.notFoundTitle}
        action={
          <Link href="/" className={buttonClass('primary')}>
            {words.problem.goHome}
          </Link>
        }
      >
        {words.problem.notFoundBody}
      </Notice>
    </main>
  );
}
