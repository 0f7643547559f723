'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { readAgain } from '../../../_trpc/read-again';
import { useTRPC } from '../../../_trpc/trpc';

const texts = words.people.changing;

/** Takes off the second factor of somebody who has lost it. */
export function LostSecondFactor({ userId }: { readonly userId: string }): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const removing = useMutation(
    trpc.people.removeSecondFactor.mutationOptions({
      onSuccess: () => readAgain(queries, trpc.people.list.queryKey()),
    }),
  );
  return (
    <>
      {removing.error ? (
        <p role="alert" className="text-sm text-danger wrap-anywhere">
          {texts.failed} {problemOf(removing.error)}
        </p>
      ) : null}
      <Button
        isBusy={removing.isPending}
        onClick={() => removing.mutate({ userId })}
        className="self-start text-danger"
      >
        {texts.removeFactor}
      </Button>
    </>
  );
}
