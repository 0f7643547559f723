import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { Answers } from './_answers/Answers';

export const metadata: Metadata = { title: words.inboxAnswers.title };

export default async function AnswersPage(): Promise<ReactElement> {
  await requirePage('officer');
  return (
    <div className="mx-auto max-w-4xl px-5 pt-8 pb-12 md:px-12 md:pt-10">
      <h1 className="text-xl font-semibold tracking-tight">{words.inboxAnswers.title}</h1>
      <p className="mt-1 max-w-prose text-sm text-ink-soft">{words.inboxAnswers.lead}</p>
      <Answers />
    </div>
  );
}
