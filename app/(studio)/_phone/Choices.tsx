'use client';

import { List, Reply } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { PhoneContent } from './BubbleContent';
import { ListSheet } from './ListSheet';
import type { Sendable } from './sendable';

type Props = {
  readonly content: PhoneContent;
  readonly language: string | null;
  readonly screen: HTMLElement | null;
  readonly onSend: (content: Sendable) => void;
};

/** What can be tapped below a message: reply buttons, or the button that opens a list. Old ones stay tappable. */
export function Choices({ content, language, screen, onSend }: Props): ReactElement | null {
  const [isListOpen, setIsListOpen] = useState(false);
  const lang = language ?? undefined;
  if (content.type === 'buttons') {
    return (
      <div lang={lang} className="mt-0.5 flex flex-col gap-0.5">
        {content.choices.map(({ id, title }) => (
          <button key={id} type="button" onClick={() => onSend({ type: 'choice', id, title })} className={choiceClass}>
            <Reply aria-hidden className="size-4 shrink-0" />
            {title}
          </button>
        ))}
      </div>
    );
  }
  if (content.type !== 'list') return null;
  return (
    <div lang={lang} className="mt-0.5">
      <button type="button" aria-haspopup="dialog" onClick={() => setIsListOpen(true)} className={choiceClass}>
        <List aria-hidden className="size-4 shrink-0" />
        {content.label}
      </button>
      <ListSheet
        title={content.label}
        choices={content.choices}
        language={language}
        isOpen={isListOpen}
        screen={screen}
        onClose={() => setIsListOpen(false)}
        onSend={onSend}
      />
    </div>
  );
}

const choiceClass =
  'flex min-h-10 w-full items-center justify-center gap-2 rounded-lg bg-chat-in px-3 py-1.5 text-sm font-medium text-chat-action shadow-card hover:bg-chat-pill active:opacity-80';
