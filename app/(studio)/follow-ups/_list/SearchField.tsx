import { Search } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { words } from '@/app/_words/en';

const texts = words.followUps;

/** As long as the server takes it. */
const LONGEST_SEARCH = 100;

type Props = { readonly value: string; readonly onSearch: (text: string) => void };

/** Looks for a name while it is typed. */
export function SearchField({ value, onSearch }: Props): ReactElement {
  const id = useId();
  // The address follows a moment later; what is typed must not wait for it.
  const [typed, setTyped] = useState(value);
  return (
    <search className="relative min-w-48 flex-1 sm:max-w-72">
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
        value={typed}
        maxLength={LONGEST_SEARCH}
        placeholder={texts.search}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
          onSearch(event.target.value);
        }}
        className="min-h-9 w-full rounded-lg border border-line bg-surface py-1 pr-3 pl-9 text-sm shadow-card placeholder:text-ink-faint hover:border-line-strong max-md:text-base"
      />
    </search>
  );
}
