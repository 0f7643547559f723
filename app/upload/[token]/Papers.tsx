import type { ReactElement } from 'react';

type Props = { readonly parts: readonly { readonly title: string; readonly items: readonly string[] }[] };

/** Which papers are asked for. */
export function Papers({ parts }: Props): ReactElement {
  return (
    <div className="flex flex-col gap-4 rounded-2xl border border-line bg-surface p-4 shadow-card">
      {parts.map(({ title, items }) => (
        <section key={title} className="flex flex-col gap-1.5">
          <h2 className="text-sm font-semibold">{title}</h2>
          <ul className="flex list-disc flex-col gap-1 pl-5 text-sm text-ink-soft marker:text-accent">
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
