import { Fragment, type ReactElement, useMemo } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import type { LanguageCode } from '@/flows/schema/language';
import { wordChanges } from './word-changes';

type Props = {
  readonly language: LanguageCode;
  readonly was: string | undefined;
  readonly is: string | undefined;
  readonly className?: string;
};

/** What changed in a text, word by word: what is gone has a minus and is struck out, what is new has a plus and a line below. */
export function TextDifference({ language, was = '', is = '', className }: Props): ReactElement {
  const changes = useMemo(() => wordChanges(was, is, language), [was, is, language]);
  return (
    <p lang={language} dir="auto" className={classNames('text-sm whitespace-pre-wrap wrap-anywhere', className)}>
      {changes.length === 0 ? <span className="text-ink-faint">{words.editor.versions.nothing}</span> : null}
      {changes.map(({ kind, text }, index) => {
        const Element = elements[kind];
        // A sign stands before a word, never before the space in front of it.
        const word = text.trim() || text;
        const start = text.indexOf(word);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts are made anew with the texts, and may repeat.
          <Fragment key={index}>
            {text.slice(0, start)}
            <Element className={looks[kind]}>{word}</Element>
            {text.slice(start + word.length)}
          </Fragment>
        );
      })}
    </p>
  );
}

const elements = { same: 'span', added: 'ins', removed: 'del' } as const;

const looks = {
  same: '',
  added:
    'rounded-sm bg-accent-soft text-accent-strong underline decoration-1 underline-offset-4 before:mr-0.5 before:font-semibold before:content-["+"]',
  removed:
    'rounded-sm bg-danger-soft text-danger line-through decoration-1 before:mr-0.5 before:font-semibold before:content-["−"]',
} as const;
