'use client';

import { ListFilter, Search } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type ReactElement, type ReactNode, type RefObject, useId, useState } from 'react';
import { buttonClass } from '@/app/_ui/Button';
import { Select } from '@/app/_ui/Select';
import { Toggle } from '@/app/_ui/Toggle';
import { words } from '@/app/_words/en';
import { languageName } from '../../_language/language-name';
import { bands, countFilters, inboxLanguages, sorts } from '../_address/address';
import { useAddress } from '../_address/use-address';

const texts = words.inbox.list;
/** As long as the server takes it. */
const LONGEST_SEARCH = 100;
const sortOptions = sorts.map((value) => ({ value, label: texts.sorts[value] }));

/** Search, filter and order of the list. */
export function ListBar({ search }: { readonly search: RefObject<HTMLInputElement | null> }): ReactElement {
  const { place, narrow } = useAddress();
  return (
    <div className="flex flex-wrap items-center gap-2 px-3 pb-3">
      <SearchField field={search} />
      <Filter />
      <Select
        label={texts.sort}
        isLabelHidden
        value={place.sort}
        options={sortOptions}
        onChange={(sort) => narrow({ sort })}
        className="min-w-0 flex-1"
      />
    </div>
  );
}

function SearchField({ field }: { readonly field: RefObject<HTMLInputElement | null> }): ReactElement {
  const id = useId();
  const { place, narrow } = useAddress();
  return (
    <search className="relative w-full">
      <label htmlFor={id} className="sr-only">
        {texts.search}
      </label>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint"
      />
      <input
        ref={field}
        id={id}
        type="search"
        defaultValue={place.search}
        maxLength={LONGEST_SEARCH}
        placeholder={texts.search}
        autoComplete="off"
        onChange={(event) => narrow({ search: event.target.value })}
        className="min-h-9 w-full rounded-lg border border-line bg-surface py-1 pr-3 pl-9 text-sm shadow-card placeholder:text-ink-faint hover:border-line-strong max-md:text-base"
      />
    </search>
  );
}

function Filter(): ReactElement {
  const { place, narrow } = useAddress();
  const [isOpen, setIsOpen] = useState(false);
  const count = countFilters(place);
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger className={buttonClass(count > 0 ? 'bare' : 'quiet', 'px-2.5')}>
        <ListFilter aria-hidden className="size-4" />
        {count > 0 ? texts.filtered(count) : texts.filter}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 flex w-72 flex-col gap-4 rounded-xl border border-line bg-surface p-4 shadow-raised"
        >
          <Choices title={texts.language}>
            {inboxLanguages.map((language) => (
              <Toggle
                key={language}
                isOn={place.languages.includes(language)}
                onChange={() => narrow({ languages: toggled(place.languages, language) })}
              >
                <span lang={language}>{languageName(language)}</span>
              </Toggle>
            ))}
          </Choices>
          <Choices title={texts.band}>
            {bands.map((band) => (
              <Toggle
                key={band}
                isOn={place.bands.includes(band)}
                onChange={() => narrow({ bands: toggled(place.bands, band) })}
              >
                {texts.bands[band]}
              </Toggle>
            ))}
          </Choices>
          <div>
            <Toggle isOn={place.unreadOnly} onChange={(unreadOnly) => narrow({ unreadOnly })}>
              {texts.unreadOnly}
            </Toggle>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Choices({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="mb-1 text-xs font-medium text-ink-soft">{title}</legend>
      {children}
    </fieldset>
  );
}

function toggled<Value>(chosen: readonly Value[], value: Value): readonly Value[] {
  return chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
}
