import { type ReactElement, type ReactNode, useId } from 'react';

type Props = { readonly title: string; readonly children: ReactNode };

/** One thing to look at before publishing. */
export function Step({ title, children }: Props): ReactElement {
  const id = useId();
  return (
    <li>
      <section aria-labelledby={id}>
        <h3 id={id} className="mb-1.5 text-sm font-semibold">
          {title}
        </h3>
        {children}
      </section>
    </li>
  );
}
