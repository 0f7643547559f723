'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { words } from '@/app/_words/en';
import { useMe } from '../../_me/use-me';
import type { PickedFile } from '../../_phone/attach/picked-file';
import { unsentFiles } from '../../_phone/unsent-files';
import { problemOf } from '../../_trpc/problem-of';
import { readAgain } from '../../_trpc/read-again';
import { useTRPC, useTRPCClient } from '../../_trpc/trpc';
import { type Unsent, unsentStore } from './unsent-store';
import { UploadFailed, uploadFile } from './upload-file';

/** What is on its way from this tab: what is kept and not among it was cut off, by a reload for example. */
const running = new Set<string>();

type Words = Exclude<Unsent['content'], { type: 'file' }>;
type Answered = Readonly<{ quotes?: string }>;

/**
 * Sends what an officer writes, one after the other, and shows it at once. The id is made here and the server takes an id only
 * once, so that sending again after a doubtful failure can't double a message.
 */
export function useSending(contactId: string) {
  const { name: author } = useMe();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const all = useSyncExternalStore(unsentStore.subscribe, unsentStore.read, unsentStore.readOnServer);
  const { mutate } = useMutation({
    scope: { id: `send:${contactId}` },
    mutationFn: async (message: Unsent) => {
      const { clientId, contactId: to } = message;
      await client.conversations.send.mutate({ contactId: to, clientId, content: await contentOf(message) });
    },
    onSuccess: async (_, { clientId, contactId: to }) => {
      await readAgain(queries, [...trpc.conversations.read.pathKey(), 'pages', to]);
      await forget(clientId);
      void queries.invalidateQueries({ queryKey: trpc.conversations.list.pathKey() });
    },
    onError: (error, { clientId }) =>
      unsentStore.fail(clientId, error instanceof UploadFailed ? error.message : problemOf(error)),
    onSettled: (_, __, { clientId }) => void running.delete(clientId),
  });
  const dispatch = (message: Unsent): void => {
    running.add(message.clientId);
    unsentStore.keep(message);
    mutate(message);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was cut off is taken up once, when its conversation is opened.
  useEffect(() => {
    for (const message of unsentStore.read()) {
      const wasCutOff = message.problem === null && !running.has(message.clientId);
      if (message.contactId === contactId && wasCutOff) dispatch(message);
    }
  }, [contactId]);
  const begin = (clientId: string, content: Unsent['content']): void =>
    dispatch({ clientId, contactId, author, content, at: new Date().toISOString(), problem: null });
  return {
    unsent: all.filter((message) => message.contactId === contactId),
    send: (content: Words): void => begin(crypto.randomUUID(), content),
    sendFile: async ({ kind, file }: PickedFile, answered: Answered): Promise<void> => {
      const clientId = crypto.randomUUID();
      await unsentFiles.keep(clientId, file);
      begin(clientId, { type: 'file', kind, filename: file.name, ...answered });
    },
    retry: (clientId: string): void => {
      const message = unsentStore.read().find((candidate) => candidate.clientId === clientId);
      if (message) dispatch({ ...message, problem: null });
    },
    drop: (clientId: string): void => void forget(clientId),
  };
}

/** What is sent: a file is handed to the server first, which takes it for this message only. */
async function contentOf({ clientId, contactId, content }: Unsent) {
  switch (content.type) {
    case 'text':
      return content;
    case 'template': {
      const { name, language, variables } = content;
      return { type: 'template', name, language, variables } as const;
    }
    case 'file': {
      const bytes = await unsentFiles.read(clientId);
      if (!bytes) throw new UploadFailed(words.inbox.unsent.lost);
      const { kind, filename, quotes } = content;
      const fileId = await uploadFile({ contactId, clientId, kind, filename, bytes });
      return { type: 'media', fileId, ...(quotes === undefined ? {} : { quotes }) } as const;
    }
    default:
      return content satisfies never;
  }
}

/** The message first: its bytes alone are never shown. */
async function forget(clientId: string): Promise<void> {
  unsentStore.remove(clientId);
  await unsentFiles.remove(clientId);
}
