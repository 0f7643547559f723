'use client';

import { type ReactElement, useState } from 'react';
import { foldText } from '@/app/_ui/fold-text';
import { words } from '@/app/_words/en';
import { MessageText } from './MessageText';

/** A text that shows its beginning and, when it is long, the rest on request, as WhatsApp does. */
export function FoldedText({ text }: { readonly text: string }): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const beginning = foldText(text);
  if (isOpen || beginning === text) return <MessageText text={text} />;
  return (
    <>
      <MessageText text={`${beginning}…`} />
      <button type="button" onClick={() => setIsOpen(true)} className="font-medium text-chat-link">
        {words.simulator.readMore}
      </button>
    </>
  );
}
