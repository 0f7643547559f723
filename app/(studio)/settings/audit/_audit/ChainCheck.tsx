'use client';

import { useMutation } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { writeCount } from '../../../_figures/write-figure';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';

const texts = words.audit.verify;

/** Checks on demand that no row was changed, added or taken out since it was written. */
export function ChainCheck(): ReactElement {
  const checking = useMutation(useTRPC().audit.verify.mutationOptions());
  const verdict = checking.data;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button isBusy={checking.isPending} onClick={() => checking.mutate()}>
        {checking.isPending ? null : <ShieldCheck aria-hidden className="size-4" />}
        {texts.button}
      </Button>
      {verdict ? (
        <p
          role={verdict.isWhole ? 'status' : 'alert'}
          className={classNames('min-w-0 flex-1 basis-64 text-sm', verdict.isWhole ? 'text-accent' : 'text-danger')}
        >
          {verdict.isWhole ? texts.whole(writeCount(verdict.checked)) : texts.broken(verdict.firstBroken ?? '?')}
        </p>
      ) : null}
      {checking.error ? (
        <p role="alert" className="text-sm text-danger">
          {texts.problem} {problemOf(checking.error)}
        </p>
      ) : null}
    </div>
  );
}
