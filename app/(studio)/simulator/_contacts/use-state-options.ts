'use client';

import { useQuery } from '@tanstack/react-query';
import { nameOfState } from '@/app/(studio)/_flow/name-of-state';
import { useTRPC } from '../../_trpc/trpc';

/** The states of a flow's version that one may start at, by name. */
export function useStateOptions(flowId: string, version: number): { value: string; label: string }[] {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.flows.read.queryOptions({ flowId, version }));
  return (data?.flow.states ?? []).map((state) => ({ value: state.id, label: nameOfState(state) }));
}
