'use client';

import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import Link from 'next/link';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { languageName } from '../../_language/language-name';
import { useTRPC } from '../../_trpc/trpc';
import type { FilledAnswer, Thread } from '../inbox-types';

const texts = words.inbox.composer;

type Props = {
  readonly thread: Thread;
  /** What stands after the slash in the field. */
  readonly search: string;
  readonly onPick: (text: string) => void;
  readonly onClose: () => void;
};

/** Canned answers in the customer's language, filled with what is known; found by shortcut, title or words. */
export function CannedMenu({ thread, search, onPick, onClose }: Props): ReactElement {
  const { id: contactId, language } = thread.contact;
  const answers = useQuery(useTRPC().canned.forContact.queryOptions({ contactId }));
  const [typed, setTyped] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <Command
      label={texts.canned}
      loop
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
      className="absolute inset-x-3 bottom-full z-30 flex max-h-80 flex-col rounded-xl border border-line bg-surface shadow-raised"
    >
      <Command.Input
        ref={input}
        value={typed ?? search}
        onValueChange={setTyped}
        placeholder={texts.canned}
        className="min-h-11 w-full border-b border-line bg-transparent px-3 text-sm outline-none placeholder:text-ink-faint"
      />
      <Command.List className="min-h-0 flex-1 overflow-y-auto p-1.5">
        <Command.Empty className="p-3 text-sm text-ink-soft">{texts.cannedEmpty}</Command.Empty>
        {answers.isPending ? <Spinner className="p-3" label={words.inbox.list.more} /> : null}
        {answers.data?.map((answer) => (
          <Entry key={answer.id} answer={answer} language={language} onPick={onPick} />
        ))}
      </Command.List>
      <Link href="/settings/answers" className="border-t border-line px-3 py-2 text-xs text-accent hover:underline">
        {texts.cannedEdit}
      </Link>
    </Command>
  );
}

type EntryProps = {
  readonly answer: FilledAnswer;
  readonly language: string;
  readonly onPick: (text: string) => void;
};

function Entry({ answer, language, onPick }: EntryProps): ReactElement {
  const { shortcut, title, text, missing } = answer;
  return (
    <Command.Item
      value={shortcut}
      keywords={[title, text]}
      onSelect={() => onPick(text)}
      className="flex cursor-pointer flex-col gap-0.5 rounded-lg px-2.5 py-1.5 text-sm data-[selected=true]:bg-accent-soft"
    >
      <span className="flex items-baseline gap-2">
        <span className="font-mono text-xs text-accent">/{shortcut}</span>
        <span className="font-medium">{title}</span>
      </span>
      <span lang={answer.language} className="line-clamp-2 text-ink-soft wrap-anywhere">
        {text}
      </span>
      {answer.language === language ? null : (
        <span className="text-xs text-mark-ink">
          {texts.cannedFallback(languageName(language), languageName(answer.language))}
        </span>
      )}
      {missing.length > 0 ? <span className="text-xs text-mark-ink">{texts.gaps(missing.join(', '))}</span> : null}
    </Command.Item>
  );
}
