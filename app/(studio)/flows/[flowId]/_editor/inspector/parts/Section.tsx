import { type ReactElement, type ReactNode, useId } from 'react';

type Props = {
  readonly title: string;
  readonly body?: string;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
};

/** A part of the inspector under a heading. */
export function Section({ title, body, beside, children }: Props): ReactElement {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-3 border-t border-line px-4 py-4">
      <div>
        <div className="flex flex-wrap items-center gap-2">
          <h3 id={id} className="grow text-sm font-semibold text-ink-soft">
            {title}
          </h3>
          {beside}
        </div>
        {body ? <p className="text-xs text-ink-faint">{body}</p> : null}
      </div>
      {children}
    </section>
  );
}
