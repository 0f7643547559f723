import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { useTRPC } from '../../_trpc/trpc';
import { sayFailure } from '../_change/say-failure';
import type { FollowUp } from '../follow-up-types';
import { Section } from './Section';
import { WordsOnPhone } from './WordsOnPhone';

const texts = words.followUps.sheet;

/** As long as WhatsApp takes a text (Cloud API reference, text.body). */
export const LONGEST_TEXT = 4096;

/** What will be said, as the customer's phone shows it, and the way to say it otherwise. */
export function WordsOf({ row }: { readonly row: FollowUp }): ReactElement {
  const [isWriting, setIsWriting] = useState(false);
  const isPlanned = row.status === 'planned';
  return (
    <Section title={isPlanned ? texts.words : texts.saidWords}>
      {isWriting && isPlanned ? (
        <Writing row={row} onDone={() => setIsWriting(false)} />
      ) : (
        <>
          <WordsOnPhone row={row} />
          {isPlanned ? (
            <Button look="bare" onClick={() => setIsWriting(true)} className="-ml-3.5">
              {row.text === null ? texts.editWords : texts.editOwn}
            </Button>
          ) : null}
        </>
      )}
    </Section>
  );
}

type WritingProps = { readonly row: FollowUp; readonly onDone: () => void };

function Writing({ row, onDone }: WritingProps): ReactElement {
  const id = useId();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [typed, setTyped] = useState(row.text ?? '');
  const editing = useMutation(
    trpc.followUps.edit.mutationOptions({
      onSuccess: onDone,
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.followUps.pathKey() }),
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    editing.mutate({ id: row.id, text: typed.trim() });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2 rounded-xl bg-sunken p-4">
      <label htmlFor={id} className="text-xs font-medium text-ink-soft">
        {texts.ownWords}
      </label>
      <textarea
        id={id}
        value={typed}
        lang={row.language}
        rows={5}
        maxLength={LONGEST_TEXT}
        // biome-ignore lint/a11y/noAutofocus: it stands where the button was pressed
        autoFocus
        aria-describedby={`${id}-hint`}
        onChange={(event) => setTyped(event.target.value)}
        className="w-full rounded-lg border border-line bg-surface px-3 py-2 text-sm shadow-card max-md:text-base"
      />
      <p id={`${id}-hint`} className="text-xs text-ink-soft">
        {texts.ownWordsBody}
      </p>
      {editing.error === null ? null : (
        <p role="alert" className="text-sm text-danger wrap-anywhere">
          {texts.notDone} {sayFailure(editing.error)}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" isBusy={editing.isPending} disabled={typed.trim() === ''}>
          {texts.keepWords}
        </Button>
        {row.text === null ? null : (
          <Button onClick={() => editing.mutate({ id: row.id, text: null })} disabled={editing.isPending}>
            {texts.usualWords}
          </Button>
        )}
        <Button onClick={onDone} disabled={editing.isPending}>
          {texts.back}
        </Button>
      </div>
    </form>
  );
}
