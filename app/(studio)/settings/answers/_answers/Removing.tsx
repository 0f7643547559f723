'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { readAgain } from '../../../_trpc/read-again';
import { useTRPC } from '../../../_trpc/trpc';
import { draftsStore } from './drafts-store';

const texts = words.inboxAnswers;

type Props = { readonly id: string; readonly onRemoved: () => void };

/** Removes an answer, after a second press. */
export function Removing({ id, onRemoved }: Props): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isAsked, setIsAsked] = useState(false);
  const removing = useMutation(
    trpc.canned.remove.mutationOptions({
      onSuccess: async () => {
        await readAgain(queries, trpc.canned.pathKey());
        draftsStore.forget(id);
        onRemoved();
      },
    }),
  );
  return (
    <>
      {removing.error ? (
        <p role="alert" className="self-center text-sm text-danger">
          {problemOf(removing.error)}
        </p>
      ) : null}
      <Button
        look="bare"
        isBusy={removing.isPending}
        onClick={() => (isAsked ? removing.mutate({ id }) : setIsAsked(true))}
        className="text-danger"
      >
        {isAsked ? texts.removeSure : texts.remove}
      </Button>
    </>
  );
}
