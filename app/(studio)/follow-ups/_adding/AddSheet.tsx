'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/app/_ui/Button';
import { Sheet } from '@/app/_ui/Sheet';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { writeTime } from '../../_time/write-time';
import { useTRPC } from '../../_trpc/trpc';
import { sayFailure } from '../_change/say-failure';
import { fromLocalField, toLocalField } from '../_clock/local-time';
import { usualTime } from '../_clock/usual-time';
import { LONGEST_TEXT } from '../_sheet/WordsOf';
import type { FollowUpContact } from '../follow-up-types';
import { ContactPicker } from './ContactPicker';

const texts = words.followUps.adding;

type Props = {
  /** When, ISO 8601; null for the usual time. */
  readonly at: string | null;
  readonly onClose: () => void;
};

/** Plans a follow-up by hand: for whom, when, and in whose words. */
export function AddSheet({ at, onClose }: Props): ReactElement {
  const [contact, setContact] = useState<FollowUpContact | null>(null);
  const [when, setWhen] = useState(() => toLocalField(at === null ? usualTime(new Date()) : new Date(at)));
  const [text, setText] = useState('');
  const adding = useAdding(onClose);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const dueAt = fromLocalField(when);
    if (contact === null || dueAt === null) return;
    adding.add(contact, { dueAt, text: text.trim() === '' ? null : text.trim() });
  };
  return (
    <Sheet title={texts.title} description={texts.body} closeLabel={words.close} isOpen onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4 pt-1">
        <ContactPicker contact={contact} onChange={setContact} />
        <div className="flex flex-col gap-1">
          <TextField
            label={texts.when}
            type="datetime-local"
            value={when}
            required
            onChange={(event) => setWhen(event.target.value)}
          />
          <p className="text-xs text-ink-faint">{texts.whenHint}</p>
        </div>
        <OwnWords value={text} language={contact?.language} onChange={setText} />
        {adding.error === null ? null : (
          <p role="alert" className="text-sm text-danger wrap-anywhere">
            {texts.notAdded} {sayFailure(adding.error)}
          </p>
        )}
        <Button type="submit" look="primary" isBusy={adding.isAdding} disabled={contact === null} className="self-end">
          {texts.add}
        </Button>
      </form>
    </Sheet>
  );
}

type Plan = { readonly dueAt: string; readonly text: string | null };

function useAdding(onAdded: () => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const adding = useMutation(
    trpc.followUps.add.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.followUps.pathKey() }),
    }),
  );
  const add = (contact: FollowUpContact, plan: Plan): void =>
    adding.mutate(
      { contactId: contact.id, ...plan },
      {
        onSuccess: ({ dueAt }) => {
          toast(texts.added(contact.name ?? words.followUps.noName, writeTime(dueAt)));
          onAdded();
        },
      },
    );
  return { add, isAdding: adding.isPending, error: adding.error };
}

type OwnWordsProps = {
  readonly value: string;
  readonly language: string | undefined;
  readonly onChange: (text: string) => void;
};

function OwnWords({ value, language, onChange }: OwnWordsProps): ReactElement {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-xs font-medium text-ink-soft">
        {texts.words}
      </label>
      <textarea
        id={id}
        value={value}
        lang={language}
        rows={3}
        maxLength={LONGEST_TEXT}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
        className="w-full rounded-lg border border-line bg-surface px-3 py-2 text-sm shadow-card hover:border-line-strong max-md:text-base"
      />
      <p id={`${id}-hint`} className="text-xs text-ink-faint">
        {texts.wordsHint}
      </p>
    </div>
  );
}
