'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { PickedFile } from '../../_phone/attach/picked-file';
import type { Sendable } from '../../_phone/sendable';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import type { Unsent } from '../conversation-types';
import { unsentStore } from './unsent-store';
import { useUploads } from './use-uploads';

type Sending = Readonly<{
  /** Not confirmed by the server yet, in the order in which they were written. */
  unsent: readonly Unsent[];
  /** `contextExternalId`: the message of ours whose button was tapped. */
  send: (content: Sendable, contextExternalId?: string) => void;
  sendFile: (picked: PickedFile) => Promise<void>;
  retry: (clientId: string) => void;
  /** Stops a file on its way, and forgets it. */
  cancel: (clientId: string) => void;
  /** How much of each file has left, from 0 to 1. */
  progress: Readonly<Record<string, number>>;
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
  const uploads = useUploads(contactId);
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
    const { contactId: to, clientId, content, contextExternalId } = message;
    if (content.type === 'file') {
      uploads.retry(message);
      return;
    }
    unsentStore.keep(message);
    mutate({ contactId: to, clientId, content, contextExternalId });
  };
  return {
    unsent,
    sendFile: uploads.begin,
    cancel: uploads.cancel,
    progress: uploads.progress,
    send: (content, contextExternalId) => {
      if (contactId === null) return;
      const clientId = crypto.randomUUID();
      dispatch({ clientId, contactId, content, contextExternalId, at: new Date().toISOString(), problem: null });
    },
    retry: (clientId) => {
      const message = unsent.find((candidate) => candidate.clientId === clientId);
      if (message) dispatch({ ...message, problem: null });
    },
  };
}
