'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Sendable } from '../../_phone/sendable';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import type { Unsent } from '../conversation-types';
import { unsentStore } from './unsent-store';

type Sending = Readonly<{
  /** Not confirmed by the server yet, in the order in which they were written. */
  unsent: readonly Unsent[];
  send: (content: Sendable) => void;
  retry: (clientId: string) => void;
}>;

/**
 * Sends a contact's messages one after the other and shows them at once. The id is made here and the server takes an id
 * only once, so that sending again after a doubtful failure can't double a message.
 */
export function useSending(contactId: string | null): Sending {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const all = useSyncExternalStore(unsentStore.subscribe, unsentStore.read, unsentStore.readOnServer);
  const unsent = all.filter((message) => message.contactId === contactId);
  const { mutate } = useMutation(
    trpc.simulator.send.mutationOptions({
      scope: { id: `send:${contactId}` },
      onSuccess: async (_, { clientId, contactId: to }) => {
        await queryClient.invalidateQueries(trpc.simulator.conversation.queryFilter({ contactId: to }));
        unsentStore.remove(clientId);
      },
      onError: (error, { clientId }) => unsentStore.fail(clientId, problemOf(error)),
    }),
  );
  const dispatch = (message: Unsent): void => {
    unsentStore.keep(message);
    mutate({ contactId: message.contactId, clientId: message.clientId, content: message.content });
  };
  return {
    unsent,
    send: (content) => {
      if (contactId === null) return;
      const clientId = crypto.randomUUID();
      dispatch({ clientId, contactId, content, at: new Date().toISOString(), problem: null });
    },
    retry: (clientId) => {
      const message = unsent.find((candidate) => candidate.clientId === clientId);
      if (message) dispatch({ ...message, problem: null });
    },
  };
}
