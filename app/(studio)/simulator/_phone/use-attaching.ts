'use client';

import { useState } from 'react';
import { words } from '@/app/_words/en';
import type { Attachment } from '../../_phone/attach/attachment';
import { type FileProblem, type PickedFile, problemOfFile } from '../../_phone/attach/picked-file';
import type { Sendable } from '../../_phone/sendable';

type Attach = Readonly<{
  /** Why the last file was not taken, as a sentence. */
  problem: string | null;
  attach: (attachment: Attachment) => void;
}>;

/** Sends what was attached, or says why a file can't be. */
export function useAttaching(
  send: (content: Sendable) => void,
  sendFile: (picked: PickedFile) => Promise<void>,
): Attach {
  const [problem, setProblem] = useState<string | null>(null);
  const attachFile = (picked: PickedFile): void => {
    const wrong = problemOfFile(picked);
    if (wrong) setProblem(sentenceOf(wrong));
    // The browser has no room, or keeps nothing in a private window.
    else sendFile(picked).catch(() => setProblem(words.phone.noRoom));
  };
  const attach = (attachment: Attachment): void => {
    setProblem(null);
    if (attachment.type === 'content') send(attachment.content);
    else attachFile(attachment.picked);
  };
  return { problem, attach };
}

function sentenceOf(problem: FileProblem): string {
  return problem.code === 'file.empty' ? words.phone.emptyFile : words.phone.tooLarge(problem.megabytes);
}
