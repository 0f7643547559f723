'use client';

import { type ReactElement, useId } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import type { FoundText } from '@/flows/edit/find-in-texts';
import { languageName as englishName } from '@/flows/schema/language-name';
import { languageName } from '../../../../_language/language-name';
import { useEditor } from '../editor-context';
import { nameOfOwner } from '../languages/name-of-owner';
import { excerptParts, type MatchPart } from './match-parts';

const texts = words.editor.search;

type Props = {
  readonly match: FoundText;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly replacement: string | null;
  readonly onGoTo: (match: FoundText) => void;
  readonly onChoose: (match: FoundText) => void;
  readonly onReplace: (match: FoundText) => void;
};

/** One text with its matches marked and, where something is to be replaced, what it would say then. */
export function MatchRow(props: Props): ReactElement {
  const { match, isActive, isChosen, replacement, onGoTo, onChoose, onReplace } = props;
  const owner = useEditor(({ flow }) => nameOfOwner(flow, match.place));
  const wordsId = useId();
  const language = languageName(match.language);
  return (
    <div
      data-active={isActive}
      className="flex items-start gap-2 border-t border-line px-3 py-1.5 data-[active=true]:bg-accent-soft"
    >
      {replacement === null ? null : (
        <input
          type="checkbox"
          aria-label={texts.choose(owner, englishName(match.language))}
          checked={isChosen}
          onChange={() => onChoose(match)}
          className="mt-1.5 size-4 shrink-0 accent-accent"
        />
      )}
      <button
        type="button"
        aria-label={texts.goTo(owner, englishName(match.language))}
        aria-describedby={wordsId}
        aria-current={isActive ? 'true' : undefined}
        onClick={() => onGoTo(match)}
        className="flex min-w-0 flex-1 gap-3 rounded-md px-1 py-0.5 text-left text-sm hover:bg-sunken"
      >
        <span lang={match.language} className="w-16 shrink-0 truncate text-xs leading-6 text-ink-soft">
          {language}
        </span>
        <span
          id={wordsId}
          lang={match.language}
          dir="auto"
          className="line-clamp-4 min-w-0 whitespace-pre-line wrap-anywhere"
        >
          <Parts parts={excerptParts(match.text, match.ranges)} replacement={replacement} />
        </span>
      </button>
      {replacement === null ? null : (
        <Button look="bare" onClick={() => onReplace(match)}>
          {texts.replaceOne}
        </Button>
      )}
    </div>
  );
}

function Parts({ parts, replacement }: { readonly parts: readonly MatchPart[]; readonly replacement: string | null }) {
  return parts.map(({ text, isMatch }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name
    <span key={index}>{isMatch ? <Match text={text} replacement={replacement} /> : text}</span>
  ));
}

function Match({ text, replacement }: { readonly text: string; readonly replacement: string | null }): ReactElement {
  if (replacement === null) return <mark className={looks.mark}>{text}</mark>;
  return (
    <>
      <del className={looks.del}>{text}</del>
      {replacement === '' ? null : <ins className={looks.ins}>{replacement}</ins>}
    </>
  );
}

const looks = {
  mark: 'rounded-sm bg-mark text-ink',
  del: 'rounded-sm bg-danger-soft text-danger line-through',
  ins: 'ms-0.5 rounded-sm bg-accent-soft text-accent-strong no-underline outline outline-accent/40',
} as const;
