import { useMutation, useQueryClient } from '@tanstack/react-query';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import { useEditor } from '../editor-context';
import { useSaving } from '../saving/saving-context';
import type { PeoplePlan, RolledBack } from './flow-queries';

export type RollingBack =
  | Readonly<{ type: 'ready'; problem: string | null }>
  | Readonly<{ type: 'rollingBack' }>
  | Readonly<{ type: 'rolledBack'; result: RolledBack }>;

/** Publishes an older version again, as the newest one. */
export function useRollBack(version: number): Readonly<{
  rollingBack: RollingBack;
  rollBack: (people: PeoplePlan) => void;
}> {
  const flowId = useEditor((state) => state.flowId);
  const saving = useSaving();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const mutation = useMutation(
    trpc.versions.rollBack.mutationOptions({
      onSuccess: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.versions.pathFilter()),
          queryClient.invalidateQueries(trpc.flows.pathFilter()),
          saving.lookForOthers(),
        ]),
    }),
  );
  return {
    rollingBack: stateOf(mutation),
    rollBack: (people) => mutation.mutate({ flowId, version, people }),
  };
}

type Mutation = Readonly<{ isPending: boolean; data: RolledBack | undefined; error: unknown }>;

function stateOf({ isPending, data, error }: Mutation): RollingBack {
  if (isPending) return { type: 'rollingBack' };
  if (data) return { type: 'rolledBack', result: data };
  return { type: 'ready', problem: error === null ? null : problemOf(error) };
}
