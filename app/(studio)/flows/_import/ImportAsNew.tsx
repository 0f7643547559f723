'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { FilePicker } from '@/app/_ui/FilePicker';
import { Sheet } from '@/app/_ui/Sheet';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import type { Flow } from '@/flows/schema/flow';
import { languageName } from '../../_language/language-name';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import { ImportProblems } from './ImportProblems';
import { usePickedFlow } from './use-picked-flow';

const texts = words.editor.import;

type Props = { readonly isOpen: boolean; readonly onClose: () => void };

/** Takes a flow file in as a new flow and opens that; a file that can't be one is refused with places and reasons. */
export function ImportAsNew({ isOpen, onClose }: Props): ReactElement {
  return (
    <Sheet
      title={texts.importFlow}
      description={texts.importBody}
      closeLabel={texts.close}
      size="wide"
      isOpen={isOpen}
      onClose={onClose}
    >
      <Picking />
    </Sheet>
  );
}

function Picking(): ReactElement {
  const { picked, pick } = usePickedFlow();
  return (
    <div className="flex flex-col gap-4 pt-1">
      <FilePicker label={texts.pick} hint={texts.pickHint} accept=".json,application/json" onPick={pick} />
      {picked?.type === 'reading' ? <Spinner label={texts.reading} className="text-sm text-ink-soft" /> : null}
      {picked?.type === 'refused' ? <ImportProblems file={picked.file} issues={picked.issues} /> : null}
      {picked?.type === 'flow' ? <Found key={picked.times} file={picked.file} flow={picked.flow} /> : null}
    </div>
  );
}

function Found({ file, flow }: { readonly file: string; readonly flow: Flow }): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const [isTaken, setIsTaken] = useState(false);
  const creating = useMutation(
    trpc.drafts.create.mutationOptions({
      onSuccess: async (created) => {
        if (!created.ok) return;
        setIsTaken(true);
        await queries.invalidateQueries({ queryKey: trpc.flows.list.queryKey() });
        router.push(`/flows/${created.flowId}`);
      },
    }),
  );
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="text-sm wrap-anywhere">
        {texts.found(flow.name, flow.states.length, flow.languages.map(languageName).join(', '))}
      </p>
      {creating.isError ? (
        <p role="alert" className="text-sm text-danger">
          {problemOf(creating.error)}
        </p>
      ) : null}
      {creating.data?.ok === false ? <ImportProblems file={file} issues={creating.data.issues} /> : null}
      <Button
        look="primary"
        isBusy={creating.isPending || isTaken}
        onClick={() => creating.mutate({ document: flow })}
        className="self-end"
      >
        {texts.take}
      </Button>
    </div>
  );
}
