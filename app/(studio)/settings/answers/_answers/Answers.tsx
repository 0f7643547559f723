'use client';

import { useQuery } from '@tanstack/react-query';
import { MessageSquareQuote, Plus, TriangleAlert } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { languageName } from '../../../_language/language-name';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import { AnswerSheet } from './AnswerSheet';
import type { Answer } from './answer-types';
import { isFound } from './answer-values';

const texts = words.inboxAnswers;

/** The texts that officers send often. */
export function Answers(): ReactElement {
  const reading = useQuery(useTRPC().canned.list.queryOptions());
  /** The one that is open; `new` is one that is not there yet. */
  const [open, setOpen] = useState<Answer | 'new' | null>(null);
  if (reading.isPending) return <Spinner label={texts.loading} className="mt-6 text-sm text-ink-soft" />;
  if (reading.isError && !reading.data) {
    return (
      <Notice
        icon={TriangleAlert}
        kind="problem"
        title={texts.problem}
        action={<Button onClick={() => void reading.refetch()}>{words.problem.retry}</Button>}
      >
        {problemOf(reading.error)}
      </Notice>
    );
  }
  const answers = reading.data ?? [];
  const add = (
    <Button look="primary" onClick={() => setOpen('new')}>
      <Plus aria-hidden className="size-4" />
      {texts.add}
    </Button>
  );
  return (
    <>
      {answers.length === 0 ? (
        <Notice icon={MessageSquareQuote} title={texts.emptyTitle} action={add}>
          {texts.emptyBody}
        </Notice>
      ) : (
        <Listed answers={answers} add={add} onOpen={setOpen} />
      )}
      {open === null ? null : <AnswerSheet answer={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}

type ListedProps = {
  readonly answers: readonly Answer[];
  readonly add: ReactElement;
  readonly onOpen: (answer: Answer) => void;
};

function Listed({ answers, add, onOpen }: ListedProps): ReactElement {
  const [search, setSearch] = useState('');
  const found = answers.filter((answer) => isFound(answer, search));
  return (
    <>
      <div className="mt-5 flex flex-wrap items-end gap-3">
        <TextField
          label={texts.search}
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          className="flex-1 basis-56"
        />
        {add}
      </div>
      {found.length === 0 ? <p className="mt-6 text-sm text-ink-soft">{texts.noneFound}</p> : null}
      <ul aria-label={texts.list} className="hairlines mt-4 border-y border-line empty:hidden">
        {found.map((answer) => (
          <li key={answer.id}>
            <button
              type="button"
              aria-label={texts.open(answer.title)}
              onClick={() => onOpen(answer)}
              className="flex w-full flex-col gap-0.5 rounded-lg px-2 py-3 text-left hover:bg-sunken"
            >
              <span className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-mono text-sm text-accent">/{answer.shortcut}</span>
                <span className="text-sm font-semibold">{answer.title}</span>
                <span className="text-xs text-ink-faint">
                  {texts.written(Object.keys(answer.texts).map(languageName).join(', '))}
                </span>
              </span>
              <span className="line-clamp-1 text-sm text-ink-soft wrap-anywhere">{Object.values(answer.texts)[0]}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
