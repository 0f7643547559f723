'use client';

import { SendHorizontal, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { durationText } from '../voice/duration-text';
import { LONGEST_SECONDS } from './use-recorder';

const texts = words.phone;

type Props = {
  readonly seconds: number;
  /** 0..1 */
  readonly level: number;
  readonly onSend: () => void;
  readonly onDrop: () => void;
};

/** Stands in the place of the field while the customer speaks: throw away, time, loudness, send. Escape throws away. */
export function RecordingBar({ seconds, level, onSend, onDrop }: Props): ReactElement {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form.
    <div
      role="group"
      aria-label={texts.recording}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDrop();
      }}
      className="p-2"
    >
      {seconds === LONGEST_SECONDS ? (
        <p role="status" className="px-2 pb-1 text-xs text-chat-meta">
          {texts.longest}
        </p>
      ) : null}
      <div className="flex items-center gap-2">
        <IconButton icon={Trash2} label={texts.dropNote} onClick={onDrop} className="size-10 text-danger" />
        <div className="flex min-h-10 min-w-0 flex-1 items-center gap-3 rounded-3xl bg-chat-in px-4 text-chat-ink shadow-card">
          <span aria-hidden className="size-2.5 shrink-0 animate-pulse rounded-full bg-danger" />
          <span role="timer" aria-label={texts.recording} className="text-sm tabular-nums">
            {durationText(seconds)}
          </span>
          <span aria-hidden className="h-1.5 min-w-0 flex-1 overflow-hidden rounded-full bg-line">
            <span className="block h-full rounded-full bg-chat-send" style={{ width: `${Math.round(level * 100)}%` }} />
          </span>
        </div>
        <button
          // biome-ignore lint/a11y/noAutofocus: the pressed button is gone; this one takes its place and its focus.
          autoFocus
          type="button"
          aria-label={texts.sendNote}
          onClick={onSend}
          className="flex size-10 shrink-0 items-center justify-center rounded-full bg-chat-send text-chat-in"
        >
          <SendHorizontal aria-hidden className="size-5" />
        </button>
      </div>
    </div>
  );
}
