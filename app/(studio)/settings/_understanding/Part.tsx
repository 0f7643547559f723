import { type ReactElement, type ReactNode, useId } from 'react';

type Props = { readonly title: string; readonly body?: string; readonly children: ReactNode };

/** Settings that belong together: what they are about beside them on a wide screen, above them on a phone. */
export function Part({ title, body, children }: Props): ReactElement {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-x-8 gap-y-3 py-6 md:grid-cols-[13rem_minmax(0,1fr)]">
      <div>
        <h3 id={id} className="text-sm font-semibold">
          {title}
        </h3>
        {body ? <p className="text-sm text-ink-soft">{body}</p> : null}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
