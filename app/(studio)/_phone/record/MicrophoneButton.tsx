import { Mic } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';

type Props = { readonly isDisabled: boolean; readonly onStart: () => void };

/** Stands where "Send" does while nothing is typed, as in WhatsApp: one press begins a voice note. */
export function MicrophoneButton({ isDisabled, onStart }: Props): ReactElement {
  return (
    <button
      type="button"
      disabled={isDisabled}
      aria-label={words.phone.record}
      onClick={onStart}
      className="flex size-10 shrink-0 items-center justify-center rounded-full bg-chat-send text-chat-in transition-opacity disabled:opacity-45"
    >
      <Mic aria-hidden className="size-5" />
    </button>
  );
}
