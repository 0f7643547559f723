'use client';

import { useQuery } from '@tanstack/react-query';
import { ShieldAlert } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { useTRPC } from '../_trpc/trpc';
import { useMe } from './use-me';

const texts = words.account.reminder;

/** For an owner whose password alone opens everything, until it does not. */
export function SecondFactorReminder(): ReactElement | null {
  const isOwner = useMe().role === 'owner';
  const account = useQuery({ ...useTRPC().account.me.queryOptions(), enabled: isOwner });
  if (!account.data || account.data.hasSecondFactor) return null;
  return (
    <p className="flex items-start gap-2.5 rounded-lg bg-mark-soft px-3 py-2 text-sm text-mark-ink">
      <ShieldAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        {texts.body}{' '}
        <Link href="/account" className="font-medium underline underline-offset-2">
          {texts.action}
        </Link>
      </span>
    </p>
  );
}
