'use client';

import { ListTree, SlidersHorizontal } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { writeTime } from '../../../../../_time/write-time';
import type { PlayedTurn, PlayedWait } from '../play';
import { StateButton } from '../StateButton';
import { useTry } from '../try-context';
import type { TryStep } from '../tryout';
import { KnownFacts } from './KnownFacts';
import { Scrubber } from './Scrubber';
import { TryTools } from './TryTools';

const texts = words.editor.try;

/** Where the conversation is, at its end or at the turn that is looked back at; what is known there, and what can happen. */
export function Standing({ onAct }: { readonly onAct: (step: TryStep) => void }): ReactElement {
  const id = useId();
  const [open, setOpen] = useState<'facts' | 'tools' | null>(null);
  const turns = useTry(({ played }) => played?.play.turns) ?? [];
  const clock = useTry(({ played }) => played?.play.clock);
  const lookedAt = useTry((state) => state.lookedAt);
  const timezone = useTry(({ tryout }) => tryout.start.timezone);
  const turn = turns[lookedAt ?? turns.length - 1];
  const now = lookedAt === null ? clock?.now : turn?.at;
  const toggle = (part: 'facts' | 'tools'): void => setOpen(open === part ? null : part);
  return (
    <section aria-label={texts.standing} className="flex shrink-0 flex-col gap-1 border-t border-line px-3 py-1">
      {turn && now ? (
        <div className="flex min-w-0 items-center gap-2 text-sm">
          <StateButton id={turn.state} className="font-semibold" />
          <span className="min-w-0 flex-1 truncate text-xs text-ink-soft">{sayWait(turn, timezone)}</span>
          <time dateTime={now} className="shrink-0 text-xs text-ink-soft tabular-nums">
            {writeTime(now, timezone)}
          </time>
        </div>
      ) : null}
      <div className="flex items-center justify-end gap-1">
        {turns.length > 1 ? <Scrubber turns={turns} lookedAt={lookedAt} /> : null}
        <IconButton
          icon={ListTree}
          label={texts.known(Object.keys(turn?.slots ?? {}).length)}
          aria-expanded={open === 'facts'}
          aria-controls={open === 'facts' ? id : undefined}
          onClick={() => toggle('facts')}
          className={toggleClass}
        />
        <IconButton
          icon={SlidersHorizontal}
          label={texts.tools}
          aria-expanded={open === 'tools'}
          aria-controls={open === 'tools' ? id : undefined}
          onClick={() => toggle('tools')}
          className={toggleClass}
        />
      </div>
      {open === 'facts' ? <KnownFacts id={id} slots={turn?.slots ?? {}} timezone={timezone} /> : null}
      {open === 'tools' ? <TryTools id={id} onAct={onAct} /> : null}
    </section>
  );
}

const toggleClass = 'size-8 aria-expanded:bg-accent-soft aria-expanded:text-accent';

function sayWait({ wait, hasEnded }: PlayedTurn, timezone: string): string {
  if (hasEnded) return texts.waits.ended;
  return wait === null ? '' : sayPending(wait, timezone);
}

function sayPending(wait: PlayedWait, timezone: string): string {
  if (wait.type === 'effect') return texts.waits.effect;
  const until = wait.dueAt === null ? null : writeTime(wait.dueAt, timezone);
  if (wait.type === 'timer') return texts.waits.timer(until ?? '');
  return until === null ? texts.waits.reply : texts.waits.replyUntil(until);
}
