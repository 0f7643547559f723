'use client';

import { type ReactElement, useState } from 'react';
import { FilePicker } from '@/app/_ui/FilePicker';
import { Sheet } from '@/app/_ui/Sheet';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { useEditorStore } from '../editor-context';
import { ImportedTexts } from './ImportedTexts';
import { readTextsFile, type TextsFile, takeTexts } from './read-texts-file';

const texts = words.editor.languages.file;

type Props = { readonly isOpen: boolean; readonly onClose: () => void };

/** Takes a translator's table in, as one edit, after showing what it would change and what is left out. */
export function ImportTexts({ isOpen, onClose }: Props): ReactElement {
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

type Picked = Readonly<{ name: string; read: TextsFile | null }>;

function Picking({ onClose }: Pick<Props, 'onClose'>): ReactElement {
  const { edit } = useEditorStore().getState();
  const [picked, setPicked] = useState<Picked | null>(null);
  const pick = async (file: File): Promise<void> => {
    setPicked({ name: file.name, read: null });
    const read = await readTextsFile(file);
    setPicked({ name: file.name, read });
  };
  const read = picked?.read ?? null;
  return (
    <div className="flex flex-col gap-4 pt-1">
      <FilePicker
        label={texts.pick}
        hint={texts.pickHint}
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
        onPick={(file) => void pick(file)}
      />
      {picked && read === null ? <Spinner label={texts.reading} className="text-sm text-ink-soft" /> : null}
      {read?.ok === false ? (
        <p role="alert" className="text-sm text-danger">
          {read.problem}
        </p>
      ) : null}
      {read?.ok ? (
        <ImportedTexts
          rows={read.rows}
          onTake={() => {
            edit(words.editor.languages.edits.import(picked?.name ?? ''), (flow) => takeTexts(flow, read.rows).flow);
            onClose();
          }}
        />
      ) : null}
    </div>
  );
}
