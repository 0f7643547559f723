'use client';

import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useTRPC } from '../../_trpc/trpc';
import type { FollowUp, FollowUpStatus } from '../follow-up-types';

/** How often they are read again while one looks. */
const QUIET_MS = 5_000;

type Question = { readonly from: string; readonly until: string; readonly status: FollowUpStatus | null };

/** The answers to several questions as one list; one without an answer is a failure of all. */
export function useFollowUps(questions: readonly Question[], search: string) {
  const trpc = useTRPC();
  const wanted = search.trim() === '' ? null : search.trim();
  return useQueries({
    queries: questions.map((question) => ({
      ...trpc.followUps.list.queryOptions({ ...question, search: wanted }),
      refetchInterval: QUIET_MS,
      placeholderData: keepPreviousData,
    })),
    combine: (answers) => ({
      rows: answers.every(({ data }) => data) ? answers.flatMap(({ data }): readonly FollowUp[] => data ?? []) : null,
      error: answers.find(({ error }) => error)?.error ?? null,
      isOld: answers.some(({ isPlaceholderData }) => isPlaceholderData),
      refetch: () => {
        for (const answer of answers) void answer.refetch();
      },
    }),
  });
}
