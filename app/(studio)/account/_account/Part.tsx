import { type ReactElement, type ReactNode, useId } from 'react';

type Props = { readonly title: string; readonly body: string; readonly children: ReactNode };

/** One thing of an account: what it is about beside it on a wide screen, above it on a phone. */
export function Part({ title, body, children }: Props): ReactElement {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-x-8 gap-y-3 py-7 md:grid-cols-[13rem_minmax(0,1fr)]">
      <div>
        <h2 id={id} className="text-sm font-semibold">
          {title}
        </h2>
        <p className="text-sm text-ink-soft">{body}</p>
      </div>
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
    </section>
  );
}
