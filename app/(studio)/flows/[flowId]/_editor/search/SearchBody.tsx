'use client';

import { type ReactElement, useState } from 'react';
import { words } from '@/app/_words/en';
import type { FoundText } from '@/flows/edit/find-in-texts';
import { replaceInTexts } from '@/flows/edit/replace-in-texts';
import { useEditorStore } from '../editor-context';
import { MatchList } from './MatchList';
import { ReplaceBar } from './ReplaceBar';
import { SearchFields } from './SearchFields';
import { idOfMatch, type Matches, useMatches } from './use-matches';
import { type Searching, useSearch } from './use-search';

const texts = words.editor.search;

type Props = { readonly onLeave: () => void };

/** The fields of a search, and its matches as one types. */
export function SearchBody({ onLeave }: Props): ReactElement {
  const { edit, goTo } = useEditorStore().getState();
  const searching = useSearch();
  const { form } = searching;
  const matches = useMatches(form);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [replaced, setReplaced] = useState<number | null>(null);
  const { found, search, query } = matches;
  const at = Math.min(form.active, found.length - 1);

  const move = (step: 1 | -1): void => {
    if (found.length > 0) searching.change({ active: (at + step + found.length) % found.length });
  };
  const show = ({ place }: FoundText): void => {
    goTo(place);
    onLeave();
  };
  const choose = (match: FoundText): void => {
    const id = idOfMatch(match);
    const others = [...chosen].filter((other) => other !== id);
    setChosen(new Set(chosen.has(id) ? others : [...others, id]));
  };
  const replace = (which: readonly FoundText[]): void => {
    const label = texts.edit(query, form.replacement);
    edit(label, (flow) => replaceInTexts(flow, query, form.replacement, search, which));
    setReplaced(which.length);
    setChosen(new Set());
  };
  const change: Searching['change'] = (part) => {
    setReplaced(null);
    searching.change(part.query === undefined ? part : { ...part, active: 0 });
  };
  return (
    <div className="flex flex-col gap-3">
      <SearchFields
        form={form}
        onChange={change}
        onMove={move}
        onGoTo={() => {
          const match = found[at];
          if (match) show(match);
        }}
      />
      <p role="status" className="text-sm text-ink-soft">
        {replaced === null ? '' : `${texts.replaced(replaced)} `}
        {sayFound(matches)}
      </p>
      {form.isReplacing && found.length > 0 ? (
        <ReplaceBar
          found={found}
          chosen={found.filter((match) => chosen.has(idOfMatch(match)))}
          isBehind={matches.isBehind}
          onReplace={replace}
        />
      ) : null}
      {found.length > 0 ? (
        <MatchList
          found={found}
          active={at}
          chosen={chosen}
          replacement={form.isReplacing ? form.replacement : null}
          onGoTo={show}
          onChoose={choose}
          onReplace={(match) => replace([match])}
        />
      ) : null}
    </div>
  );
}

function sayFound({ found, query, isBehind }: Matches): string {
  if (isBehind) return texts.searching;
  if (query === '') return texts.empty;
  if (found.length === 0) return texts.none;
  const owners = new Set(found.map(({ place }) => place.state ?? `rule:${place.rule}`));
  const count = found.reduce((sum, { ranges }) => sum + ranges.length, 0);
  return texts.found(count, found.length, owners.size);
}
