'use client';

import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useRef, useState } from 'react';
import { words } from '@/app/_words/en';
import { isSendKey } from './is-send-key';
import { recallOf } from './recall';

const LONGEST_TEXT = 4096; // text.body, Cloud API reference

type Props = {
  readonly isDisabled: boolean;
  /** What the customer might say next, in their language. */
  readonly suggestions: readonly string[];
  readonly language: string;
  /** What was sent before, oldest first: the up and down keys bring it back into the field. */
  readonly sent: readonly string[];
  readonly onSend: (text: string) => void;
};

/** Where the customer types: Enter sends, Shift+Enter begins a line, and a word being composed is never cut off. */
export function Composer({ isDisabled, suggestions, language, sent, onSend }: Props): ReactElement {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const send = (): void => {
    if (isDisabled || text.trim() === '') return;
    onSend(text.trim());
    setText('');
  };
  const onKey = (event: KeyboardEvent): void => {
    const recalled = recallOf(event.nativeEvent, text, sent);
    if (recalled === null && !isSendKey(event.nativeEvent)) return;
    event.preventDefault();
    if (recalled === null) send();
    else setText(recalled);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="shrink-0 bg-chat-bar"
    >
      <Suggestions
        texts={isDisabled || text !== '' ? [] : suggestions}
        language={language}
        onPick={(suggestion) => {
          setText(suggestion);
          field.current?.focus();
        }}
      />
      <div className="flex items-end gap-2 p-2">
        <textarea
          ref={field}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKey}
          disabled={isDisabled}
          maxLength={LONGEST_TEXT}
          rows={1}
          aria-label={words.simulator.message}
          placeholder={words.simulator.message}
          className="field-sizing-content max-h-32 min-h-10 min-w-0 flex-1 resize-none rounded-3xl bg-chat-in px-4 py-2 text-sm text-chat-ink shadow-card outline-offset-0 placeholder:text-chat-meta max-md:text-base"
        />
        <button
          type="submit"
          disabled={isDisabled || text.trim() === ''}
          aria-label={words.simulator.send}
          className="flex size-10 shrink-0 items-center justify-center rounded-full bg-chat-send text-chat-in transition-opacity disabled:opacity-45"
        >
          <SendHorizontal aria-hidden className="size-5" />
        </button>
      </div>
    </form>
  );
}

type SuggestionsProps = {
  readonly texts: readonly string[];
  readonly language: string;
  readonly onPick: (text: string) => void;
};

function Suggestions({ texts, language, onPick }: SuggestionsProps): ReactElement | null {
  if (texts.length === 0) return null;
  return (
    <ul
      aria-label={words.simulator.suggestions}
      lang={language}
      className="flex gap-1.5 overflow-x-auto px-2 pt-2 [scrollbar-width:none]"
    >
      {texts.map((text) => (
        <li key={text} className="shrink-0">
          <button
            type="button"
            onClick={() => onPick(text)}
            className="max-w-56 truncate rounded-full border border-line bg-chat-in px-3 py-1 text-xs text-chat-ink hover:border-line-strong"
          >
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}
