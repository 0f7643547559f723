import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactElement } from 'react';
import { classNames } from './class-names';
import { Tooltip } from './Tooltip';

type Props = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  readonly icon: LucideIcon;
  /** What the button does: read by screen readers, shown as a tooltip. */
  readonly label: string;
};

/** An act that is known by its sign; its name appears on hover and focus. */
export function IconButton({ icon: Icon, label, className, ...rest }: Props): ReactElement {
  return (
    <Tooltip text={label}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        className={classNames(
          'inline-flex size-9 shrink-0 items-center justify-center rounded-full text-ink-soft transition-colors hover:bg-sunken hover:text-ink disabled:opacity-50',
          className,
        )}
      >
        <Icon aria-hidden className="size-[1.125rem]" />
      </button>
    </Tooltip>
  );
}
