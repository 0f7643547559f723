'use client';

import { FileUp } from 'lucide-react';
import { type DragEvent, type ReactElement, useId, useState } from 'react';
import { classNames } from './class-names';

type Props = {
  readonly label: string;
  /** What may be chosen, and that it can be dropped here too. */
  readonly hint: string;
  /** As an input's `accept`: ".json,application/json". */
  readonly accept: string;
  readonly onPick: (file: File) => void;
};

/** A place for one file: press to choose it, or drop it here. */
export function FilePicker({ label, hint, accept, onPick }: Props): ReactElement {
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file) onPick(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    // Dropping is a second way only: the input inside does the same by keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={classNames(
        'relative flex items-center gap-3 rounded-xl border border-dashed border-line-strong bg-surface px-4 py-4 focus-within:border-accent hover:border-accent',
        isOver && 'border-accent bg-accent-soft',
      )}
    >
      <FileUp aria-hidden className="size-5 shrink-0 text-accent" />
      <div className="min-w-0">
        <label htmlFor={id} className="text-sm font-semibold after:absolute after:inset-0 after:cursor-pointer">
          {label}
        </label>
        <p id={`${id}-hint`} className="text-xs text-ink-soft">
          {hint}
        </p>
      </div>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          take(event.target.files);
          // The same file, corrected, can be chosen again.
          event.target.value = '';
        }}
        className="absolute size-px opacity-0"
      />
    </div>
  );
}
