import type { ReactElement, ReactNode } from 'react';

type Props = { readonly title: string; readonly children: ReactNode };

/** A part of what is told about a follow-up. */
export function Section({ title, children }: Props): ReactElement {
  return (
    <section aria-label={title}>
      <h3 className="mb-1 text-xs font-medium text-ink-soft">{title}</h3>
      {children}
    </section>
  );
}
