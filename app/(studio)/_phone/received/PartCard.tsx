import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';

type Props = { readonly icon: LucideIcon; readonly title: string; readonly children?: ReactNode };

/** What is not words, as a small card within a bubble: a sign, a name, and a line about it. */
export function PartCard({ icon: Icon, title, children }: Props): ReactElement {
  return (
    <div className="mb-1 flex min-w-48 items-center gap-3 rounded-md bg-sunken p-2.5">
      <Icon aria-hidden className="size-6 shrink-0 text-ink-soft" />
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">{title}</p>
        {children ? <p className="text-xs text-ink-soft wrap-anywhere">{children}</p> : null}
      </div>
    </div>
  );
}
