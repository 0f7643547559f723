'use client';

import { useState } from 'react';
import { words } from '@/app/_words/en';
import { type PickedFile, problemOfFile } from '../../_phone/attach/picked-file';

/** Sends a file that was chosen or recorded, or says why it can't be. */
export function useAttaching(sendFile: (picked: PickedFile) => Promise<void>, onSent: () => void) {
  const [problem, setProblem] = useState<string | null>(null);
  const attach = (picked: PickedFile): void => {
    const wrong = problemOfFile(picked);
    setProblem(wrong ? sentenceOf(wrong) : null);
    // The browser has no room, or keeps nothing in a private window.
    if (!wrong) sendFile(picked).then(onSent, () => setProblem(words.phone.noRoom));
  };
  return { problem, attach };
}

function sentenceOf(problem: NonNullable<ReturnType<typeof problemOfFile>>): string {
  return problem.code === 'file.empty' ? words.phone.emptyFile : words.phone.tooLarge(problem.megabytes);
}
