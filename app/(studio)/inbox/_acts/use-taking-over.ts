'use client';

import { useMutation } from '@tanstack/react-query';
import { words } from '@/app/_words/en';
import { useTRPC } from '../../_trpc/trpc';
import { useActs } from './acts-store';
import { useAct } from './use-act';

/** Takes a conversation over in one act; then the field is under the fingers. Of two officers one wins, and the other is told who. */
export function useTakingOver(contactId: string, name: string) {
  const { done, failed } = useAct(contactId);
  const write = useActs((acts) => acts.write);
  const taking = useMutation(
    useTRPC().handovers.takeOver.mutationOptions({
      // Not doubled by a second press of the key.
      scope: { id: `takeOver:${contactId}` },
      onSuccess: async () => {
        await done(words.inbox.acts.tookOver(name));
        write('reply');
      },
      onError: failed,
    }),
  );
  return {
    isPending: taking.isPending,
    takeOver: (): void => {
      if (!taking.isPending) taking.mutate({ contactId });
    },
  };
}
