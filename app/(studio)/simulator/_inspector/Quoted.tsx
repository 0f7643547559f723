import { Quote } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';

type Props = {
  readonly said: string;
  /** 0..1 */
  readonly confidence: number;
  readonly onFocus: () => void;
};

/** The customer's words that something was read from, and how surely; they lead to the message. */
export function Quoted({ said, confidence, onFocus }: Props): ReactElement {
  return (
    <button
      type="button"
      aria-label={words.inspector.showWords(said)}
      onClick={onFocus}
      className="mt-0.5 inline-flex max-w-full items-center gap-1.5 rounded-md bg-mark-soft px-1.5 text-xs text-mark-ink hover:bg-mark hover:text-ink"
    >
      <Quote aria-hidden className="size-3 shrink-0" />
      <span className="truncate">{said}</span>
      <span className="shrink-0 tabular-nums opacity-80">{words.inspector.sure(Math.round(confidence * 100))}</span>
    </button>
  );
}
