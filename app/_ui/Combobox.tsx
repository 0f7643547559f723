'use client';

import { ChevronsUpDown } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useId, useRef, useState } from 'react';
import { classNames } from './class-names';
import { listAct } from './list-act';
import { matchOptions, type Option } from './match-options';
import { OptionList } from './OptionList';
import { usePopoverBelow } from './use-popover-below';

type Props<Value extends string> = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  /** null: nothing is chosen yet. */
  readonly value: Value | null;
  /** May be thousands: only the first matches are drawn, and only while the list is open. */
  readonly options: readonly Option<Value>[];
  readonly placeholder?: string;
  readonly noMatch: string;
  /** One more option for what was typed, such as to make it new. */
  readonly offer?: (search: string) => Option<Value> | null;
  readonly onChange: (value: Value) => void;
  readonly className?: string;
};

/** One of many values, found by typing: a field with its list, by the keyboard alone or with a pointer. */
export function Combobox<Value extends string>(props: Props<Value>): ReactElement {
  const { label, isLabelHidden = false, value, options, placeholder, noMatch, className } = props;
  const id = useId();
  const { search, matches, active, open, close, choose, onKeyDown } = useSearch(props);
  const isOpen = search !== null;
  const anchor = useRef<HTMLInputElement>(null);
  const floating = usePopoverBelow<HTMLDivElement>(anchor, isOpen);
  const chosen = options.find((option) => option.value === value)?.label;
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'text-xs font-medium text-ink-soft'}>
        {label}
      </label>
      <div className="relative">
        <input
          ref={anchor}
          id={id}
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-list` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && matches.length > 0 ? `${id}-list-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={chosen ?? placeholder}
          value={search ?? chosen ?? ''}
          onChange={(event) => open(event.target.value)}
          onClick={() => (isOpen ? undefined : open(''))}
          onBlur={close}
          onKeyDown={onKeyDown}
          className="min-h-9 w-full truncate rounded-lg border border-line bg-surface py-1 pr-8 pl-3 text-sm shadow-card placeholder:text-ink-faint hover:border-line-strong max-md:text-base"
        />
        <ChevronsUpDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-faint"
        />
        {isOpen ? (
          <OptionList
            id={`${id}-list`}
            label={label}
            options={matches}
            active={active}
            chosen={value}
            noMatch={noMatch}
            floating={floating}
            onChoose={choose}
          />
        ) : null}
      </div>
    </div>
  );
}

const MOST_SHOWN = 60;

/** What is typed, what it finds, and which of it Enter would take. `search` is null while the list is closed. */
function useSearch<Value extends string>({ value, options, offer, onChange }: Props<Value>) {
  const [search, setSearch] = useState<string | null>(null);
  const [wanted, setWanted] = useState(0);
  const offered = search === null ? null : (offer?.(search.trim()) ?? null);
  const found = search === null ? [] : matchOptions(options, search, MOST_SHOWN);
  const matches = offered ? [...found, offered] : found;
  const active = Math.max(0, Math.min(wanted, matches.length - 1));
  const close = () => setSearch(null);
  const open = (text: string) => {
    setSearch(text);
    setWanted(text === '' ? options.findIndex((option) => option.value === value) : 0);
  };
  const choose = (option: Option<Value> | undefined) => {
    close();
    if (option && option.value !== value) onChange(option.value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isOpen = search !== null;
    const act = event.nativeEvent.isComposing ? null : listAct(event.key, { isOpen, active, count: matches.length });
    if (act === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (act.type === 'open') open('');
    if (act.type === 'move') setWanted(act.to);
    if (act.type === 'choose') choose(matches[active]);
    if (act.type === 'close') close();
  };
  return { search, matches, active, open, close, choose, onKeyDown };
}
