import type { ComponentProps, ReactElement } from 'react';
import { classNames } from './class-names';
import { Spinner } from './Spinner';

type Props = ComponentProps<'button'> & {
  readonly look?: keyof typeof looks;
  /** Shows that the act is under way; a second press is then refused. */
  readonly isBusy?: boolean;
};

/** An act with its name on it. */
export function Button({
  look = 'quiet',
  isBusy = false,
  className,
  children,
  disabled,
  ...rest
}: Props): ReactElement {
  return (
    <button type="button" {...rest} disabled={disabled || isBusy} className={buttonClass(look, className)}>
      {isBusy ? <Spinner /> : null}
      {children}
    </button>
  );
}

/** The look of a button, for a link that leads to an act's page. */
export function buttonClass(look: keyof typeof looks, className?: string): string {
  return classNames(
    'inline-flex min-h-9 items-center justify-center gap-2 rounded-lg px-3.5 py-1 text-sm font-medium transition-colors disabled:cursor-default disabled:opacity-55',
    looks[look],
    className,
  );
}

const looks = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-strong',
  quiet: 'border border-line bg-surface text-ink shadow-card hover:border-line-strong hover:bg-sunken',
  bare: 'text-accent hover:bg-accent-soft',
} as const;
