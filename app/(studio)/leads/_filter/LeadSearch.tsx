'use client';

import { Search } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { words } from '@/app/_words/en';

const texts = words.leads;
/** As long as the server takes it. */
const LONGEST_SEARCH = 200;

type Props = { readonly value: string; readonly onSearch: (text: string) => void };

/** Looks for names, numbers and words of messages while they are typed; the key "/" leads to it. */
export function LeadSearch({ value, onSearch }: Props): ReactElement {
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
    <search className="relative min-w-0 flex-1 basis-40 md:max-w-96 md:basis-64">
      <label htmlFor={id} className="sr-only">
        {texts.search}
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
        maxLength={LONGEST_SEARCH}
        placeholder={texts.search}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
          onSearch(event.target.value.trim());
        }}
        className="min-h-9 w-full rounded-lg border border-line bg-surface py-1 pr-9 pl-9 text-sm shadow-card placeholder:text-ink-faint hover:border-line-strong max-md:text-base"
      />
      {typed === '' ? (
        <kbd
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 rounded border border-line px-1.5 font-sans text-xs text-ink-faint max-md:hidden"
        >
          {texts.searchKey}
        </kbd>
      ) : null}
    </search>
  );
}
