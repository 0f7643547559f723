import { LoaderCircle } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from './class-names';

/** Something is under way; with a label it is said, without one it stands beside words that say it. */
export function Spinner({ label, className }: { readonly label?: string; readonly className?: string }): ReactElement {
  return (
    <span role={label ? 'status' : undefined} className={classNames('inline-flex items-center gap-2', className)}>
      <LoaderCircle aria-hidden className="size-4 animate-spin" />
      {label}
    </span>
  );
}
