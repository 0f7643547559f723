import type { ReactElement, ReactNode } from 'react';

/** Figures side by side. */
export function Tiles({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <dl aria-label={label} className="grid grid-cols-2 gap-3 md:grid-cols-4">
      {children}
    </dl>
  );
}
