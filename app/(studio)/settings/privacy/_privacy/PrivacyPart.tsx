import { type ReactElement, type ReactNode, useId } from 'react';

type Props = {
  readonly title: string;
  readonly body: string;
  /** What can be done with the part as a whole. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

/** One part of the page, with its heading and what it is about. */
export function PrivacyPart({ title, body, action, children }: Props): ReactElement {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 basis-72">
          <h2 id={id} className="text-lg font-semibold">
            {title}
          </h2>
          <p className="max-w-prose text-sm text-ink-soft">{body}</p>
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
