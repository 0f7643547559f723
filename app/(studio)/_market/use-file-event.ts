'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { problemOf } from '../_trpc/problem-of';
import { useTRPC } from '../_trpc/trpc';

/** Files a market event and goes to the draft of the campaign that answers it. */
export function useFileEvent() {
  const router = useRouter();
  const filing = useMutation(
    useTRPC().facts.triggers.file.mutationOptions({
      onSuccess: ({ campaignId }) => router.push(`/campaigns/${campaignId}`),
    }),
  );
  return {
    file: filing.mutate,
    /** Until the campaign's page is there. */
    isFiling: filing.isPending || filing.isSuccess,
    problem: filing.error === null ? null : problemOf(filing.error),
  };
}
