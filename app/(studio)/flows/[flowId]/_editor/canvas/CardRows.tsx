import { CircleHelp, Plus, RotateCw, Undo2, Unplug } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { cardSize } from './card-size';
import type { OutcomeRow } from './outcome-rows';

const texts = words.editor.canvas;

type Props = { readonly outcomes: readonly OutcomeRow[]; readonly unused: number };

/** The ways out of a state, and how many more it could have. */
export function CardRows({ outcomes, unused }: Props): ReactElement {
  return (
    <ul>
      {outcomes.map((outcome) => (
        <Row key={outcome.id} outcome={outcome} />
      ))}
      {unused > 0 ? (
        <li
          className="flex items-center justify-end gap-1 px-3 text-xs text-ink-faint"
          style={{ height: cardSize.row }}
        >
          <Plus aria-hidden className="size-3" />
          {texts.unused(unused)}
        </li>
      ) : null}
    </ul>
  );
}

function Row({ outcome }: { readonly outcome: OutcomeRow }): ReactElement {
  const end = outcome.ends === null ? null : ends[outcome.ends];
  return (
    <li className="flex items-center justify-end gap-1.5 px-3 text-xs" style={{ height: cardSize.row }}>
      <span className="truncate">{outcome.label}</span>
      {end ? (
        <span className={classNames('inline-flex shrink-0 items-center gap-1', end.look)}>
          <end.icon aria-hidden className="size-3" />
          {end.label}
        </span>
      ) : null}
    </li>
  );
}

const ends = {
  stays: { icon: RotateCw, label: texts.stays, look: 'text-ink-faint' },
  back: { icon: Undo2, label: texts.back, look: 'text-ink-faint' },
  open: { icon: Unplug, label: texts.open, look: 'text-danger' },
  unknown: { icon: CircleHelp, label: texts.unknown, look: 'text-danger' },
} as const;
