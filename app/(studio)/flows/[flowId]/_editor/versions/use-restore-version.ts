import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { words } from '@/app/_words/en';
import { keepSame } from '@/flows/edit/keep-same';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import { useEditorStore } from '../editor-context';

const texts = words.editor.versions;

type Restoring = Readonly<{ restore: (version: number) => Promise<void>; answer: string }>;

/** Makes a version the draft, as one edit that can be undone; `answer` says what came of it. */
export function useRestoreVersion(): Restoring {
  const store = useEditorStore();
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  const [answer, setAnswer] = useState('');
  const restore = async (version: number) => {
    const { flowId } = store.getState();
    try {
      const { flow } = await queryClient.fetchQuery(trpc.versions.read.queryOptions({ flowId, version }));
      const isNew = store.getState().edit(texts.restoreEdit(version), (draft) => keepSame(draft, flow));
      setAnswer(isNew ? texts.restored(version) : texts.isSame(version));
    } catch (error) {
      setAnswer(problemOf(error));
    }
  };
  return { restore, answer };
}
