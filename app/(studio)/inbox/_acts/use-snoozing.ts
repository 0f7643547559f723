'use client';

import { useMutation } from '@tanstack/react-query';
import { words } from '@/app/_words/en';
import { writeTime } from '../../_time/write-time';
import { useTRPC } from '../../_trpc/trpc';
import { useAct } from './use-act';

/** Puts a conversation out of sight until a time, or back into it. */
export function useSnoozing(contactId: string) {
  const { done, failed } = useAct(contactId);
  const snoozing = useMutation(
    useTRPC().conversations.snooze.mutationOptions({
      onSuccess: (_, { until }) =>
        done(until === null ? words.inbox.acts.woken : words.inbox.acts.snoozed(writeTime(until))),
      onError: failed,
    }),
  );
  return {
    snooze: (until: string): void => snoozing.mutate({ contactId, until }),
    wake: (): void => snoozing.mutate({ contactId, until: null }),
  };
}
