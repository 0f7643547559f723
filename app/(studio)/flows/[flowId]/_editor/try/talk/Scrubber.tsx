'use client';

import { ChevronLeft, ChevronRight, ChevronsRight } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import type { PlayedTurn } from '../play';
import { nameIn } from '../state-of';
import { useTry, useTryStore } from '../try-context';

const texts = words.editor.try;

type Props = { readonly turns: readonly PlayedTurn[]; readonly lookedAt: number | null };

/** Goes back in time, turn by turn; the drawing and the facts go along. */
export function Scrubber({ turns, lookedAt }: Props): ReactElement {
  const id = useId();
  const store = useTryStore();
  const flow = useTry(({ played }) => played?.flow);
  const last = turns.length - 1;
  const shown = lookedAt ?? last;
  const { lookAt } = store.getState();
  const place = texts.turnOf(shown + 1, turns.length);
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1">
      <label htmlFor={id} className="sr-only">
        {texts.stepBack}
      </label>
      <IconButton
        icon={ChevronLeft}
        label={texts.turnBefore}
        disabled={shown === 0}
        onClick={() => lookAt(shown - 1)}
        className="size-7"
      />
      <input
        id={id}
        type="range"
        min={0}
        max={last}
        step={1}
        value={shown}
        aria-valuetext={`${place}, ${nameIn(flow, turns[shown]?.state ?? '')}`}
        onChange={(event) => lookAt(Number(event.target.value))}
        className="h-6 min-w-0 flex-1 accent-accent"
      />
      <IconButton
        icon={ChevronRight}
        label={texts.turnAfter}
        disabled={shown === last}
        onClick={() => lookAt(shown + 1)}
        className="size-7"
      />
      <IconButton
        icon={ChevronsRight}
        label={texts.toEnd}
        disabled={lookedAt === null}
        onClick={() => lookAt(null)}
        className="size-7"
      />
      <span aria-hidden className="w-12 shrink-0 text-right text-xs text-ink-faint tabular-nums">
        {shown + 1}/{turns.length}
      </span>
    </div>
  );
}
