'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { words } from '@/app/_words/en';
import type { PickedFile } from '../../_phone/attach/picked-file';
import { unsentFiles } from '../../_phone/unsent-files';
import { useTRPC } from '../../_trpc/trpc';
import type { Unsent, UnsentFile } from '../conversation-types';
import { unsentStore } from './unsent-store';
import { UploadFailed, uploadFile } from './upload-file';

type Uploads = Readonly<{
  /** How much of each file has left, from 0 to 1, by the id of its message. */
  progress: Readonly<Record<string, number>>;
  begin: (picked: PickedFile) => Promise<void>;
  retry: (message: Unsent) => void;
  /** Stops it and forgets the file. */
  cancel: (clientId: string) => void;
}>;

/** Uploads that run in this tab: one that is kept and not among them was cut off, by a reload for example. */
const running = new Map<string, AbortController>();

/** Sends files in their turn among a contact's messages. The bytes are kept in the browser until the server has them. */
export function useUploads(contactId: string | null): Uploads {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [progress, setProgress] = useState<Readonly<Record<string, number>>>({});
  const { mutate } = useMutation({
    scope: { id: `send:${contactId}` },
    mutationFn: async ({ clientId, contactId: to, content }: FileMessage) => {
      const stop = running.get(clientId);
      if (!stop || stop.signal.aborted) return;
      const bytes = await unsentFiles.read(clientId);
      if (!bytes) throw new UploadFailed(words.phone.fileLost);
      const tell = (share: number): void => setProgress((all) => ({ ...all, [clientId]: share }));
      await uploadFile({ contactId: to, clientId, content, bytes }, tell, stop.signal);
      await queryClient.invalidateQueries(trpc.simulator.conversation.queryFilter({ contactId: to }));
      await forget(clientId);
    },
    onError: (error, { clientId }) => {
      if (running.get(clientId)?.signal.aborted) return;
      unsentStore.fail(clientId, error instanceof UploadFailed ? error.message : words.phone.fileLost);
    },
    onSettled: (_, __, { clientId }) => void running.delete(clientId),
  });
  const dispatch = (message: FileMessage): void => {
    running.set(message.clientId, new AbortController());
    unsentStore.keep({ ...message, problem: null });
    mutate(message);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was cut off is taken up once, when its contact is opened.
  useEffect(() => {
    for (const message of unsentStore.read()) {
      const wasCutOff = message.problem === null && !running.has(message.clientId);
      if (message.contactId === contactId && isFile(message) && wasCutOff) dispatch(message);
    }
  }, [contactId]);
  return {
    progress,
    begin: async ({ kind, file }) => {
      if (contactId === null) return;
      const clientId = crypto.randomUUID();
      await unsentFiles.keep(clientId, file);
      const content = { type: 'file', kind, filename: file.name, byteSize: file.size } as const;
      dispatch({ clientId, contactId, content, at: new Date().toISOString(), problem: null });
    },
    retry: (message) => {
      if (isFile(message)) dispatch(message);
    },
    cancel: (clientId) => {
      running.get(clientId)?.abort();
      void forget(clientId);
    },
  };
}

type FileMessage = Unsent & { readonly content: UnsentFile };

function isFile(message: Unsent): message is FileMessage {
  return message.content.type === 'file';
}

/** The message first: its bytes alone are never shown. */
async function forget(clientId: string): Promise<void> {
  unsentStore.remove(clientId);
  await unsentFiles.remove(clientId);
}
