'use client';

import { useRef, useState } from 'react';
import type { Flow } from '@/flows/schema/flow';
import type { FlowIssue } from '@/flows/schema/flow-issue';
import { readFlowFile } from './read-flow-file';

/** A file that was chosen; `times` tells one choice from the next. */
export type PickedFlow = Readonly<{ file: string; times: number }> &
  (
    | Readonly<{ type: 'reading' }>
    | Readonly<{ type: 'refused'; issues: readonly FlowIssue[] }>
    | Readonly<{ type: 'flow'; flow: Flow }>
  );

type Picking = Readonly<{ picked: PickedFlow | null; pick: (file: File) => void }>;

/** Reads the file that a person chose last. */
export function usePickedFlow(): Picking {
  const [picked, setPicked] = useState<PickedFlow | null>(null);
  const times = useRef(0);
  const pick = async (file: File): Promise<void> => {
    times.current += 1;
    const chosen = { file: file.name, times: times.current };
    setPicked({ ...chosen, type: 'reading' });
    const read = await readFlowFile(file);
    if (times.current !== chosen.times) return;
    setPicked(
      read.ok ? { ...chosen, type: 'flow', flow: read.flow } : { ...chosen, type: 'refused', issues: read.issues },
    );
  };
  return { picked, pick: (file) => void pick(file) };
}
