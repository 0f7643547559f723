'use client';

import { Search } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { classNames } from './class-names';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly longest: number;
  /** The key that leads to it, shown while it is empty. */
  readonly keyHint?: string;
  readonly className: string;
  readonly onSearch: (text: string) => void;
};

/** Searches while one types. */
export function SearchField({ label, value, longest, keyHint, className, onSearch }: Props): ReactElement {
  const id = useId();
  // The address follows a moment later; what is typed must not wait for it.
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    // The address changed: by what was typed, or by a view or a link that knows better.
    setKnown(value);
    if (value !== typed.trim()) setTyped(value);
  }
  return (
    <search className={classNames('relative flex-1', className)}>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint"
      />
      <input
        id={id}
        type="search"
        data-search
        value={typed}
        maxLength={longest}
        placeholder={label}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
          onSearch(event.target.value.trim());
        }}
        className="min-h-9 w-full rounded-lg border border-line bg-surface py-1 pr-9 pl-9 text-sm shadow-card placeholder:text-ink-faint hover:border-line-strong max-md:text-base"
      />
      {typed === '' && keyHint ? (
        <kbd
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 rounded border border-line px-1.5 font-sans text-xs text-ink-faint max-md:hidden"
        >
          {keyHint}
        </kbd>
      ) : null}
    </search>
  );
}
