import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names';

type Props = { readonly tone?: keyof typeof tones; readonly className?: string; readonly children: ReactNode };

/** A word or two about the thing beside it. */
export function Badge({ tone = 'plain', className, children }: Props): ReactElement {
  return (
    <span
      className={classNames(
        'inline-flex max-w-full items-center gap-1 rounded-md px-1.5 text-xs font-medium',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}

const tones = {
  plain: 'bg-sunken text-ink-soft',
  accent: 'bg-accent-soft text-accent-strong',
  mark: 'bg-mark-soft text-mark-ink',
  danger: 'bg-danger-soft text-danger',
} as const;
