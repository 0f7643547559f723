'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { PenLine } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import type { WrittenScenarios } from '@/flows/scenarios/write-scenarios';
import { problemOf } from '../../../../../_trpc/problem-of';
import { useTRPC } from '../../../../../_trpc/trpc';
import { useEditor, useEditorStore } from '../../editor-context';
import { useScenarioStore, useScenarios } from './use-scenarios';

const texts = words.editor.try.scenarios;

/** As many as go to the server in one request. */
const TOGETHER = 10;

/** Writes scenarios for the transitions that none takes; they are kept only when one says so. */
export function WriteBar({ isEmpty }: { readonly isEmpty: boolean }): ReactElement | null {
  const store = useScenarioStore();
  const ranOn = useScenarios((state) => state.ranOn);
  const doing = useScenarios((state) => state.doing);
  const written = useScenarios((state) => state.written);
  if (written) return <Written written={written} />;
  return (
    <div className="flex gap-2">
      <Button
        isBusy={doing?.type === 'write'}
        disabled={doing !== null || (ranOn === null && !isEmpty)}
        onClick={() => void store.getState().write()}
      >
        {doing?.type === 'write' ? null : <PenLine aria-hidden className="size-4" />}
        {doing?.type === 'write' ? texts.writing : texts.write}
      </Button>
      {doing?.type === 'write' && isEmpty ? <Button onClick={store.getState().stop}>{texts.stop}</Button> : null}
    </div>
  );
}

function Written({ written: { written, unreached } }: { readonly written: WrittenScenarios }): ReactElement {
  const store = useScenarioStore();
  const editor = useEditorStore();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const flowId = useEditor((state) => state.flowId);
  const save = useMutation(trpc.scenarios.save.mutationOptions());
  const keep = useMutation({
    mutationFn: async () => {
      for (let from = 0; from < written.length; from += TOGETHER) {
        const some = written.slice(from, from + TOGETHER);
        await Promise.all(
          some.map((scenario) => save.mutateAsync({ flowId, scenario: { ...scenario, steps: [...scenario.steps] } })),
        );
      }
    },
    onSettled: () => queryClient.invalidateQueries(trpc.scenarios.list.pathFilter()),
    onSuccess: () => store.getState().forgetWritten(),
  });
  return (
    <section aria-label={texts.write} className="flex flex-col gap-2 rounded-xl border border-line px-4 py-3 text-sm">
      <p role="status">{texts.written(written.length, unreached.length)}</p>
      {unreached.length > 0 ? (
        <details>
          <summary className="text-xs font-medium text-ink-soft">{texts.unreached}</summary>
          <ul className="mt-1 flex max-h-48 flex-col gap-1 overflow-y-auto text-xs">
            {unreached.map(({ transition, reason }) => (
              <li key={transition}>
                <button
                  type="button"
                  className="font-mono text-accent hover:underline"
                  onClick={() => editor.getState().goTo({ transition })}
                >
                  {transition}
                </button>{' '}
                <span className="text-ink-soft">{reason}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {keep.error ? (
        <p role="alert" className="text-danger">
          {problemOf(keep.error)}
        </p>
      ) : null}
      <div className="flex gap-2">
        {written.length > 0 ? (
          <Button look="primary" isBusy={keep.isPending} onClick={() => keep.mutate()}>
            {texts.keepWritten(written.length)}
          </Button>
        ) : null}
        <Button look="bare" onClick={store.getState().forgetWritten}>
          {words.editor.try.cancel}
        </Button>
      </div>
    </section>
  );
}
