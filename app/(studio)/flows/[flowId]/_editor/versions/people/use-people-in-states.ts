import { useQueries } from '@tanstack/react-query';
import type { Flow } from '@/flows/schema/flow';
import { useTRPC } from '../../../../../_trpc/trpc';
import { useEditor } from '../../editor-context';
import { usePeople } from '../flow-queries';
import { type PeopleInPlace, peopleInStates } from './people-in-states';

export type Counting =
  | Readonly<{ type: 'counting' }>
  | Readonly<{ type: 'counted'; places: readonly PeopleInPlace[]; total: number }>
  | Readonly<{ type: 'failed'; error: unknown; retry: () => void }>;

/** So many versions with people in them are compared in full; in older ones every state counts as changed. */
const MOST_VERSIONS = 8;

/** Who is in a conversation now, and what `next` makes of the state that they are in. */
export function usePeopleInStates(next: Flow | null): Counting {
  const flowId = useEditor((state) => state.flowId);
  const trpc = useTRPC();
  const people = usePeople();
  const numbers = [...new Set(people.data?.states.map(({ version }) => version))].slice(0, MOST_VERSIONS);
  const versions = useQueries({
    queries: numbers.map((version) => ({
      ...trpc.versions.read.queryOptions({ flowId, version }),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  if (people.isError) return { type: 'failed', error: people.error, retry: () => void people.refetch() };
  if (!people.data || next === null || versions.some(({ isPending }) => isPending)) return { type: 'counting' };
  // A version that can't be read is one that is not known.
  const flows = numbers.flatMap((version, index) => {
    const flow = versions[index]?.data?.flow;
    return flow ? [[version, flow] as const] : [];
  });
  const { states, total } = people.data;
  return { type: 'counted', places: peopleInStates(states, new Map(flows), next), total };
}
