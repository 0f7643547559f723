'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { problemOf } from '../../../_trpc/problem-of';
import { readAgain } from '../../../_trpc/read-again';
import { useTRPC } from '../../../_trpc/trpc';
import { type AnswerValues, answerOf } from './answer-values';
import { draftsStore } from './drafts-store';

/** Saves an answer; what was typed is dropped once the saved is shown. */
export function useSaving(id: string | null, onSaved: () => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const saving = useMutation(
    trpc.canned.save.mutationOptions({
      onSuccess: async () => {
        await readAgain(queries, trpc.canned.pathKey());
        draftsStore.forget(id ?? 'new');
        onSaved();
      },
    }),
  );
  return {
    isSaving: saving.isPending,
    problem: saving.error === null ? null : problemOf(saving.error),
    save: (values: AnswerValues): void => saving.mutate(answerOf(id, values)),
  };
}
