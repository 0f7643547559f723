import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';
import { useTRPC } from '../../../../_trpc/trpc';
import { useEditor } from '../editor-context';

type Outputs = inferRouterOutputs<ApiRouter>['versions'];

export type VersionSummary = Outputs['list'][number];
export type Published = Extract<Outputs['publish'], { ok: true }>;
export type RolledBack = Outputs['rollBack'];
export type PeoplePlan = inferRouterInputs<ApiRouter>['versions']['publish']['people'];

/** The published versions of the open flow, newest first. */
export function useVersions(): UseQueryResult<readonly VersionSummary[], unknown> {
  const flowId = useEditor((state) => state.flowId);
  return useQuery(useTRPC().versions.list.queryOptions({ flowId }));
}

/** How often the people are counted again while somebody looks. */
const PEOPLE_MS = 5_000;

/** Where the people in its versions are, now. */
export function usePeople(): UseQueryResult<Outputs['people'], unknown> {
  const flowId = useEditor((state) => state.flowId);
  const people = useTRPC().versions.people.queryOptions({ flowId });
  return useQuery({ ...people, staleTime: 0, refetchInterval: PEOPLE_MS });
}
