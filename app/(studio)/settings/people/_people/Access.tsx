'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { readAgain } from '../../../_trpc/read-again';
import { useTRPC } from '../../../_trpc/trpc';
import type { Person } from './people-types';
import { sayReleased } from './say-released';

const texts = words.people.changing;

/** Keeps somebody out, or lets them in again. */
export function Access({ person: { id: userId, isDisabled } }: { readonly person: Person }): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const onSuccess = () => readAgain(queries, trpc.people.list.queryKey());
  const disabling = useMutation(trpc.people.disable.mutationOptions({ onSuccess }));
  const enabling = useMutation(trpc.people.enable.mutationOptions({ onSuccess }));
  const error = disabling.error ?? enabling.error;
  return (
    <>
      {error ? (
        <p role="alert" className="text-sm text-danger wrap-anywhere">
          {texts.failed} {problemOf(error)}
        </p>
      ) : null}
      <p role="status" className="text-sm text-ink-soft empty:hidden">
        {isDisabled && disabling.data ? sayReleased(disabling.data) : null}
      </p>
      {isDisabled ? (
        <Button isBusy={enabling.isPending} onClick={() => enabling.mutate({ userId })} className="self-start">
          {texts.enable}
        </Button>
      ) : (
        <Button
          isBusy={disabling.isPending}
          onClick={() => disabling.mutate({ userId })}
          className="self-start text-danger"
        >
          {texts.disable}
        </Button>
      )}
    </>
  );
}
