import type { ReactElement, ReactNode } from 'react';

type Props = { readonly children: ReactNode; readonly footer?: ReactNode };

/** What is selected, to scroll through, over a footer that stays in sight and hides nothing. */
export function Panel({ children, footer }: Props): ReactElement {
  return (
    <>
      <div className="@container relative min-h-0 flex-1 overflow-y-auto">{children}</div>
      {footer}
    </>
  );
}
