import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names';

type Props = {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What it means and what to do next. */
  readonly children?: ReactNode;
  /** The one act that leads on. */
  readonly action?: ReactNode;
  /** `problem` is announced to screen readers at once. */
  readonly kind?: 'empty' | 'problem';
};

/** Stands where content would be: nothing there yet, or something went wrong. */
export function Notice({ icon: Icon, title, children, action, kind = 'empty' }: Props): ReactElement {
  const isProblem = kind === 'problem';
  return (
    <div
      role={isProblem ? 'alert' : undefined}
      className="mx-auto flex max-w-sm flex-col items-center gap-3 px-6 py-10 text-center"
    >
      <span
        className={classNames(
          'flex size-11 items-center justify-center rounded-2xl',
          isProblem ? 'bg-danger-soft text-danger' : 'bg-accent-soft text-accent',
        )}
      >
        <Icon aria-hidden className="size-5" />
      </span>
      <h2 className="text-base font-semibold">{title}</h2>
      {children ? <div className="text-sm text-ink-soft">{children}</div> : null}
      {action}
    </div>
  );
}
