'use client';

import { type ReactElement, useMemo } from 'react';
import { Button } from '@/app/_ui/Button';
import { FilePicker } from '@/app/_ui/FilePicker';
import { Sheet } from '@/app/_ui/Sheet';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { diffFlows } from '@/flows/edit/diff-flows';
import { keepSame } from '@/flows/edit/keep-same';
import type { Flow } from '@/flows/schema/flow';
import { ImportProblems } from '../../../_import/ImportProblems';
import { usePickedFlow } from '../../../_import/use-picked-flow';
import { useEditor, useEditorStore } from '../editor-context';

const texts = words.editor.document.import;
const SHOWN_CHANGES = 50;

type Props = { readonly isOpen: boolean; readonly onClose: () => void };

/** Takes a flow file into the open flow, as one edit, after showing what it would change. */
export function ImportFlow({ isOpen, onClose }: Props): ReactElement {
  return (
    <Sheet
      title={texts.title}
      description={texts.body}
      closeLabel={texts.close}
      size="wide"
      isOpen={isOpen}
      onClose={onClose}
    >
      <Picking onClose={onClose} />
    </Sheet>
  );
}

function Picking({ onClose }: Pick<Props, 'onClose'>): ReactElement {
  const { picked, pick } = usePickedFlow();
  const { edit } = useEditorStore().getState();
  const take = (file: string, imported: Flow): void => {
    edit(words.editor.document.edits.import(file), (flow) => withContents(flow, imported));
    onClose();
  };
  return (
    <div className="flex flex-col gap-4 pt-1">
      <FilePicker
        label={words.editor.import.pick}
        hint={words.editor.import.pickHint}
        accept=".json,application/json"
        onPick={pick}
      />
      {picked?.type === 'reading' ? (
        <Spinner label={words.editor.import.reading} className="text-sm text-ink-soft" />
      ) : null}
      {picked?.type === 'refused' ? <ImportProblems file={picked.file} issues={picked.issues} /> : null}
      {picked?.type === 'flow' ? (
        <Preview key={picked.times} imported={picked.flow} onTake={() => take(picked.file, picked.flow)} />
      ) : null}
    </div>
  );
}

/** The imported flow under the open one's id; what both have alike is left as it is. */
function withContents(flow: Flow, imported: Flow): Flow {
  return keepSame(flow, { ...imported, id: flow.id });
}

function Preview({ imported, onTake }: { readonly imported: Flow; readonly onTake: () => void }): ReactElement {
  const flow = useEditor((state) => state.flow);
  const changes = useMemo(() => diffFlows(flow, withContents(flow, imported)), [flow, imported]);
  const count = (...kinds: readonly string[]): number => changes.filter(({ kind }) => kinds.includes(kind)).length;
  if (changes.length === 0) return <p role="status">{texts.same}</p>;
  return (
    <section aria-label={texts.changes(changes.length)} className="flex min-h-0 flex-col gap-2">
      <p role="status" className="text-sm font-semibold">
        {texts.changes(changes.length)}: {texts.counts(count('added'), count('removed'), count('changed', 'moved'))}
      </p>
      <ul className="hairlines max-h-64 overflow-y-auto rounded-xl border border-line text-sm">
        {changes.slice(0, SHOWN_CHANGES).map(({ message, kind }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two changes may read the same, and the list stays as it is
          <li key={index} data-kind={kind} className="px-3 py-1.5 wrap-anywhere">
            {message}
          </li>
        ))}
      </ul>
      {changes.length > SHOWN_CHANGES ? (
        <p className="text-sm text-ink-soft">{texts.andMore(changes.length - SHOWN_CHANGES)}</p>
      ) : null}
      <Button look="primary" onClick={onTake} className="self-end">
        {texts.take}
      </Button>
    </section>
  );
}
