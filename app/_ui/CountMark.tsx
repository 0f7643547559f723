import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from './class-names';

type Props = {
  readonly icon: LucideIcon;
  readonly count: number;
  /** What is counted, in words: read by screen readers, shown on hover. */
  readonly label: string;
  /** Its colour. */
  readonly look: string;
};

/** A sign with a number, for what should be seen at a glance. */
export function CountMark({ icon: Icon, count, label, look }: Props): ReactElement {
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={classNames('inline-flex items-center gap-0.5 text-xs', look)}
    >
      <Icon aria-hidden className="size-3.5" />
      <span aria-hidden className="tabular-nums">
        {count}
      </span>
    </span>
  );
}
