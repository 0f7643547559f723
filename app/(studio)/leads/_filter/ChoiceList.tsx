import { type ReactElement, useId, useState } from 'react';
import { matchOptions, type Option } from '@/app/_ui/match-options';
import { words } from '@/app/_words/en';

const texts = words.leads.filters;
/** From so many on they are found by typing. */
const MANY = 9;
const MOST_SHOWN = 100;

type Props = {
  readonly label: string;
  readonly options: readonly Option<string>[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
};

/** Any of several values. */
export function ChoiceList({ label, options, chosen, onChange }: Props): ReactElement {
  const id = useId();
  const [search, setSearch] = useState('');
  const shown = matchOptions(options, search, MOST_SHOWN);
  const toggle = (value: string): void =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <fieldset className="flex min-h-0 flex-col">
      <legend className="sr-only">{label}</legend>
      {options.length < MANY ? null : (
        <input
          type="search"
          aria-label={texts.search}
          placeholder={texts.search}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          className="mb-1 min-h-9 rounded-lg border border-line bg-surface px-3 text-sm placeholder:text-ink-faint max-md:text-base"
        />
      )}
      <div className="min-h-0 max-h-64 overflow-y-auto">
        {shown.map(({ value, label: name, hint }) => (
          <label
            key={value}
            htmlFor={`${id}-${value}`}
            className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-lg px-2 text-sm hover:bg-sunken"
          >
            <input
              id={`${id}-${value}`}
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={() => toggle(value)}
              className="size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0 wrap-anywhere">{name}</span>
            {hint ? <span className="ml-auto pl-2 text-xs text-ink-faint">{hint}</span> : null}
          </label>
        ))}
        {shown.length === 0 ? (
          <p className="px-2 py-1.5 text-sm text-ink-soft">{options.length === 0 ? texts.nothing : texts.noMatch}</p>
        ) : null}
      </div>
    </fieldset>
  );
}
