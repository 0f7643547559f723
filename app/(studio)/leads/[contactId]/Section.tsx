import { type ReactElement, type ReactNode, useId } from 'react';

type Props = {
  readonly title: string;
  readonly lead?: string;
  /** Acts beside the title. */
  readonly acts?: ReactNode;
  readonly children: ReactNode;
};

/** A part of the page, as a card with its title. */
export function Section({ title, lead, acts, children }: Props): ReactElement {
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-2xl border border-line bg-surface p-4 shadow-card md:p-5">
      <div className="mb-1 flex flex-wrap items-center justify-between gap-2">
        <h2 id={id} className="text-base font-semibold">
          {title}
        </h2>
        {acts}
      </div>
      {lead ? <p className="mb-2 text-sm text-ink-soft">{lead}</p> : null}
      {children}
    </section>
  );
}
