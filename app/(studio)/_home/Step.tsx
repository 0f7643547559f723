import type { ReactElement, ReactNode } from 'react';

type Props = {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
};

/** One thing to do, with its place in the order. */
export function Step({ number, title, text, children }: Props): ReactElement {
  return (
    <li className="grid gap-x-6 gap-y-3 py-6 sm:grid-cols-[2rem_1fr_13rem] sm:items-center">
      <span aria-hidden className="text-xl font-semibold text-accent tabular-nums">
        {number}
      </span>
      <div>
        <h2 className="text-base font-semibold">{title}</h2>
        <p className="mt-1 max-w-prose text-sm text-ink-soft">{text}</p>
      </div>
      <div className="sm:justify-self-end">{children}</div>
    </li>
  );
}
