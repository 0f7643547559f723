'use client';

import { useQuery } from '@tanstack/react-query';
import { MessageCircleQuestion, Plus, X } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { addAnswer, type OpenQuestion, placeOfAnswer, whyNoAnswer } from '@/flows/edit/add-answer';
import { useMe } from '../../../../_me/use-me';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import { useEditor, useEditorStore } from '../editor-context';

const texts = words.editor.asked;

/** The question of `?question=` (the turn in which it was asked), until it is put away: nothing is added before it is said so. */
export function AskedQuestion(): ReactElement | null {
  const turnId = useSearchParams().get('question');
  const { role } = useMe();
  return turnId !== null && role === 'owner' ? <AskedIn key={turnId} turnId={turnId} /> : null;
}

function AskedIn({ turnId }: { readonly turnId: string }): ReactElement | null {
  const [isOpen, setIsOpen] = useState(true);
  const { data, error } = useQuery({
    ...useTRPC().analytics.question.queryOptions({ turnId }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!isOpen || (!data && !error)) return null;
  return (
    <section
      aria-label={texts.label}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-mark-soft px-4 py-2 text-sm text-mark-ink"
    >
      <MessageCircleQuestion aria-hidden className="size-4 shrink-0" />
      {data ? <Question question={data} /> : <Problem error={error} />}
      <IconButton icon={X} label={texts.close} onClick={() => setIsOpen(false)} />
    </section>
  );
}

function Problem({ error }: { readonly error: unknown }): ReactElement {
  return (
    <p role="alert" className="min-w-0 flex-1 basis-64 wrap-anywhere">
      {texts.problem} {problemOf(error)}
    </p>
  );
}

function Question({ question }: { readonly question: OpenQuestion }): ReactElement {
  const store = useEditorStore();
  const hasPlace = useEditor(({ flow }) => placeOfAnswer(flow, question) !== null);
  const why = useEditor(({ flow }) => whyNoAnswer(flow, question));
  const isRefused = !hasPlace && why !== null;
  const show = (): void => {
    const { edit, goTo } = store.getState();
    edit(texts.edit, (flow) => addAnswer(flow, question));
    const { flow } = store.getState();
    const place = placeOfAnswer(flow, question);
    const language = flow.languages.includes(question.language) ? question.language : flow.defaultLanguage;
    if (place) goTo({ ...place, language });
  };
  return (
    <>
      <div className="min-w-0 flex-1 basis-64">
        <blockquote lang={question.language} className="line-clamp-2 font-medium wrap-anywhere">
          {question.text}
        </blockquote>
        <p className="text-xs">{hasPlace ? texts.placed : texts[why ?? 'body']}</p>
      </div>
      <Button disabled={isRefused} onClick={show}>
        {hasPlace ? null : <Plus aria-hidden className="size-4" />}
        {hasPlace ? texts.show : texts.add}
      </Button>
    </>
  );
}
