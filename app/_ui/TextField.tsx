import { type ComponentProps, type ReactElement, useId } from 'react';
import { classNames } from './class-names';

type Props = Omit<ComponentProps<'input'>, 'id'> & { readonly label: string; readonly isLabelHidden?: boolean };

/** One line of text with its label. */
export function TextField({ label, isLabelHidden = false, className, ...rest }: Props): ReactElement {
  const id = useId();
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'text-xs font-medium text-ink-soft'}>
        {label}
      </label>
      <input
        {...rest}
        id={id}
        className="min-h-9 w-full rounded-lg border border-line bg-surface px-3 py-1 text-sm shadow-card placeholder:text-ink-faint hover:border-line-strong"
      />
    </div>
  );
}
