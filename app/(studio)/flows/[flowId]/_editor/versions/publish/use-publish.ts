import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isTRPCClientError } from '@trpc/client';
import { useState } from 'react';
import { words } from '@/app/_words/en';
import type { ApiRouter } from '@/server/api';
import { problemOf } from '../../../../../_trpc/problem-of';
import { useTRPC } from '../../../../../_trpc/trpc';
import { useEditor, useEditorStore } from '../../editor-context';
import { useSaving } from '../../saving/saving-context';
import type { PeoplePlan, Published } from '../flow-queries';

const texts = words.editor.versions.publishing;

export type Publishing =
  | Readonly<{ type: 'ready'; problem: string | null }>
  | Readonly<{ type: 'publishing' }>
  | Readonly<{ type: 'published'; result: Published }>;

type Wanted = Readonly<{
  revision: number;
  plan: PeoplePlan;
  onSaveAgain: () => Promise<void>;
  /** The draft is another one than was looked at. */
  onChanged: () => void;
}>;

/** The act of publishing the draft that was looked at, and no other. */
export function usePublish({ revision, plan, onSaveAgain, onChanged }: Wanted): Readonly<{
  publishing: Publishing;
  publish: (note: string) => void;
}> {
  const flowId = useEditor((state) => state.flowId);
  const store = useEditorStore();
  const saving = useSaving();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const mutation = useMutation(trpc.versions.publish.mutationOptions());
  const [publishing, setPublishing] = useState<Publishing>({ type: 'ready', problem: null });

  const send = async (note: string) => {
    setPublishing({ type: 'publishing' });
    try {
      const answer = await mutation.mutateAsync({ flowId, revision, note, people: plan });
      if (!answer.ok) {
        store.getState().setIssues(answer.issues);
        setPublishing({ type: 'ready', problem: texts.refused });
        return;
      }
      setPublishing({ type: 'published', result: answer });
      await Promise.all([
        queryClient.invalidateQueries(trpc.versions.pathFilter()),
        queryClient.invalidateQueries(trpc.flows.pathFilter()),
        saving.lookForOthers(),
      ]);
    } catch (error) {
      if (!isOvertaken(error)) return setPublishing({ type: 'ready', problem: problemOf(error) });
      await onSaveAgain();
      onChanged();
      setPublishing({ type: 'ready', problem: texts.changed });
    }
  };
  return { publishing, publish: (note) => void send(note) };
}

function isOvertaken(error: unknown): boolean {
  return isTRPCClientError<ApiRouter>(error) && error.data?.code === 'CONFLICT';
}
