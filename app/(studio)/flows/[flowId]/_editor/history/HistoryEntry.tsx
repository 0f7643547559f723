import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import type { Edit } from '../history';

const texts = words.editor.history;

type Props = {
  /** Null: the flow as it was opened. */
  readonly edit: Edit | null;
  readonly isCurrent: boolean;
  readonly onTravel: () => void;
};

/** One change: what it was, when, by whom, and whether it holds. */
export function HistoryEntry({ edit, isCurrent, onTravel }: Props): ReactElement {
  const isUndone = edit?.isUndone ?? false;
  return (
    <li>
      <button
        type="button"
        aria-current={isCurrent ? 'step' : undefined}
        onClick={onTravel}
        className="flex w-full items-baseline gap-2 rounded-lg px-2 py-1.5 text-left text-sm hover:bg-sunken aria-[current=step]:bg-accent-soft"
      >
        <span className={classNames('min-w-0 flex-1 wrap-anywhere', isUndone && 'text-ink-faint line-through')}>
          {edit?.label ?? texts.opened}
        </span>
        {isUndone ? <span className="sr-only">{texts.undone}</span> : null}
        {edit?.by === 'others' ? <Badge tone="mark">{texts.others}</Badge> : null}
        {isCurrent ? <Badge tone="accent">{texts.current}</Badge> : null}
        {edit ? (
          <time dateTime={new Date(edit.at).toISOString()} className="shrink-0 text-xs text-ink-soft tabular-nums">
            {clock.format(edit.at)}
          </time>
        ) : null}
      </button>
    </li>
  );
}

const clock = new Intl.DateTimeFormat('en-IN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
