'use client';

import { useQuery } from '@tanstack/react-query';
import { MessageCircleQuestion, Plus, X } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { addAnswer, type OpenQuestion, placeOfAnswer } from '@/flows/edit/add-answer';
import { useMe } from '../../../../_me/use-me';
import { useTRPC } from '../../../../_trpc/trpc';
import { useEditor, useEditorStore } from '../editor-context';

const texts = words.editor.asked;

/** The question of `?question=` (the turn in which it was asked), until it is put away: nothing is added before it is said so. */
export function AskedQuestion(): ReactElement | null {
  const turnId = useSearchParams().get('question');
  const { role } = useMe();
  const [isOpen, setIsOpen] = useState(true);
  const { data } = useQuery({
    ...useTRPC().analytics.question.queryOptions({ turnId: turnId ?? '' }),
    enabled: turnId !== null && role === 'owner',
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data && isOpen ? <Question question={data} onClose={() => setIsOpen(false)} /> : null;
}

type Props = { readonly question: OpenQuestion; readonly onClose: () => void };

function Question({ question, onClose }: Props): ReactElement {
  const store = useEditorStore();
  const hasPlace = useEditor(({ flow }) => placeOfAnswer(flow, question) !== null);
  const show = (): void => {
    const { edit, goTo } = store.getState();
    edit(texts.edit, (flow) => addAnswer(flow, question));
    const { flow } = store.getState();
    const place = placeOfAnswer(flow, question);
    const language = flow.languages.includes(question.language) ? question.language : flow.defaultLanguage;
    if (place) goTo({ ...place, language });
  };
  return (
    <section
      aria-label={texts.label}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-mark-soft px-4 py-2 text-sm text-mark-ink"
    >
      <MessageCircleQuestion aria-hidden className="size-4 shrink-0" />
      <div className="min-w-0 flex-1 basis-64">
        <blockquote lang={question.language} className="line-clamp-2 font-medium wrap-anywhere">
          {question.text}
        </blockquote>
        <p className="text-xs">{hasPlace ? texts.placed : texts.body}</p>
      </div>
      <Button onClick={show}>
        {hasPlace ? null : <Plus aria-hidden className="size-4" />}
        {hasPlace ? texts.show : texts.add}
      </Button>
      <IconButton icon={X} label={texts.close} onClick={onClose} />
    </section>
  );
}
