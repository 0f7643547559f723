'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearchParams } from 'next/navigation';
import { useTRPC } from '../_trpc/trpc';

/** While a turn is being made, and while nothing is: how often the conversation is read. */
const BUSY_MS = 300;
const QUIET_MS = 2_000;

/** What the simulator has read so far, and how that is going. */
export type Simulation = ReturnType<typeof useSimulator>;

/** What the simulator reads from the server; the open contact is in the address, so that a reload keeps it. */
export function useSimulator() {
  const trpc = useTRPC();
  const asked = useSearchParams().get('contact');
  const contacts = useQuery({
    ...trpc.simulator.contacts.queryOptions(),
    refetchInterval: QUIET_MS * 2,
  });
  const flows = useQuery(trpc.flows.list.queryOptions());
  const contactId = asked ?? contacts.data?.[0]?.id ?? null;
  const conversation = useQuery({
    ...trpc.simulator.conversation.queryOptions({ contactId: contactId ?? '' }),
    enabled: contactId !== null,
    refetchInterval: ({ state }) => (state.data?.isReplying ? BUSY_MS : QUIET_MS),
  });
  const { flowId, flowVersion } = conversation.data?.session ?? conversation.data?.contact ?? {};
  const flow = useQuery({
    ...trpc.flows.read.queryOptions({ flowId: flowId ?? '', version: flowVersion ?? 0 }),
    enabled: flowId != null,
    placeholderData: keepPreviousData,
  });
  return { contacts, flows, contactId, conversation, flow: flow.data?.flow };
}

/** Begins a conversation, new or again, and opens it. */
export function useBegin(onBegun: () => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  return useMutation(
    trpc.simulator.begin.mutationOptions({
      onSuccess: async ({ contactId }) => {
        router.replace(`/simulator?contact=${contactId}`);
        await queryClient.invalidateQueries(trpc.simulator.pathFilter());
        onBegun();
      },
    }),
  );
}
