'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { readAgain } from '../_trpc/read-again';
import { useTRPC } from '../_trpc/trpc';
import { useMe } from './use-me';

/** Whether conversations are given to me now, and how to change that; null where that is not known, or not my work. */
export function useAvailability() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const isOfficer = useMe().role !== 'viewer';
  const me = useQuery({ ...trpc.account.me.queryOptions(), enabled: isOfficer });
  const changing = useMutation(
    trpc.handovers.setAvailable.mutationOptions({
      onSuccess: () =>
        Promise.all([readAgain(queries, trpc.account.pathKey()), readAgain(queries, trpc.handovers.pathKey())]),
    }),
  );
  const wanted = changing.isPending ? changing.variables.isAvailable : me.data?.isAvailable;
  return {
    isAvailable: isOfficer ? (wanted ?? null) : null,
    setAvailable: (isAvailable: boolean): void => changing.mutate({ isAvailable }),
  };
}
