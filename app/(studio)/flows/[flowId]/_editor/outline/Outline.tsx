'use client';

import { Plus, Search } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useId } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { OutlineDialogs } from './dialogs/OutlineDialogs';
import { OutlineTree } from './OutlineTree';
import { countFound } from './search-outline';
import { type OutlineDesk, useOutline } from './use-outline';
import { useOutlineActs } from './use-outline-acts';

const texts = words.editor.outline;

/** The flow as a tree: the canvas's equal for keyboard, screen reader and phone. Every act of the canvas is in its menus. */
export function Outline(): ReactElement {
  const desk = useOutline();
  const acts = useOutlineActs(desk);
  return (
    <section aria-label={texts.label} className="flex h-full min-h-0 flex-col bg-surface">
      <div className="flex items-center gap-1 border-b border-line p-2">
        <SearchField desk={desk} />
        <IconButton
          icon={Plus}
          label={texts.add}
          onClick={({ currentTarget }) => {
            const { left, bottom } = currentTarget.getBoundingClientRect();
            acts.ofRow.ask({ type: 'add', request: { type: 'add', at: { x: left, y: bottom } } });
          }}
        />
      </div>
      <FoundCount desk={desk} />
      <OutlineTree desk={desk} acts={acts} />
      {acts.request ? <OutlineDialogs request={acts.request} onClose={acts.answered} /> : null}
    </section>
  );
}

function SearchField({ desk }: { readonly desk: OutlineDesk }): ReactElement {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const [first] = desk.rows;
    if ((event.key === 'ArrowDown' || event.key === 'Enter') && first) {
      event.preventDefault();
      desk.focusRow(first.key);
    }
    if (event.key === 'Escape' && desk.query !== '') {
      event.preventDefault();
      desk.setQuery('');
    }
  };
  return (
    <div className="relative min-w-0 flex-1">
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
        value={desk.query}
        placeholder={texts.placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => desk.setQuery(event.target.value)}
        onKeyDown={onKeyDown}
        className="min-h-9 w-full rounded-lg border border-line bg-surface pr-2 pl-9 text-sm shadow-card placeholder:text-ink-faint max-md:text-base"
      />
    </div>
  );
}

/** How many things were found, said to screen readers when the number changes. */
function FoundCount({ desk: { found } }: { readonly desk: OutlineDesk }): ReactElement {
  const count = found === null ? null : countFound(found);
  return (
    <p role="status" className={count === null ? 'sr-only' : 'px-4 pt-2 text-xs text-ink-soft'}>
      {count === null ? '' : count === 0 ? texts.noMatch : texts.found(count)}
    </p>
  );
}
