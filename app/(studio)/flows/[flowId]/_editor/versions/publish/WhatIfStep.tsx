import { useMutation } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../../../_trpc/problem-of';
import { useTRPC } from '../../../../../_trpc/trpc';
import { useEditor } from '../../editor-context';
import { WhatIfResult } from './WhatIfResult';

const texts = words.editor.versions.publishing.whatIf;

/** The dialog saved the draft before: the server plays on what it has. */
const LAST = 50;

/** The last real conversations, played again on the draft, when an owner wants to know. */
export function WhatIfStep(): ReactElement {
  const flowId = useEditor((state) => state.flowId);
  const { data, error, isPending, mutate } = useMutation(useTRPC().live.whatIf.mutationOptions());
  return (
    <div className="flex flex-col items-start gap-2 text-sm">
      <p className="text-ink-soft">{texts.body}</p>
      <Button isBusy={isPending} onClick={() => mutate({ flowId, last: LAST })}>
        {isPending ? null : <RotateCcw aria-hidden className="size-4" />}
        {isPending ? texts.running : texts.start}
      </Button>
      {error ? (
        <p role="alert" className="text-danger">
          {texts.problem}. {problemOf(error)}
        </p>
      ) : null}
      {data && !isPending ? <WhatIfResult result={data} /> : null}
    </div>
  );
}
