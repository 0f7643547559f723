import { type ReactElement, type ReactNode, useId } from 'react';

type Props = {
  readonly title: string;
  /** Said instead of a list without entries. */
  readonly empty: string | null;
  readonly children: ReactNode;
};

/** Messages under a title. */
export function SaidList({ title, empty, children }: Props): ReactElement {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h3 id={id} className="text-sm font-semibold">
        {title}
      </h3>
      {empty === null ? (
        <ul aria-labelledby={id} className="flex flex-col gap-2">
          {children}
        </ul>
      ) : (
        <p className="text-sm text-ink-soft">{empty}</p>
      )}
    </section>
  );
}
