import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';

type Props = {
  readonly texts: readonly string[];
  readonly language: string;
  readonly onPick: (text: string) => void;
};

/** What the customer might say next, in their language: one of them is put into the field. */
export function Suggestions({ texts, language, onPick }: Props): ReactElement | null {
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
