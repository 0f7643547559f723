'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/app/_ui/Button';
import { Sheet } from '@/app/_ui/Sheet';
import { TextArea } from '@/app/_ui/TextArea';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { writeTime } from '../../../_time/write-time';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';

const texts = words.followUps.adding;
/** A text's body, Cloud API reference. */
const LONGEST_TEXT = 4096;

type Props = { readonly contactId: string; readonly onClose: () => void };

/** Plans when this customer is written to again, and in whose words. */
export function PlanSheet({ contactId, onClose }: Props): ReactElement {
  const [when, setWhen] = useState('');
  const [text, setText] = useState('');
  const adding = useAdding(onClose);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const dueAt = new Date(when);
    if (Number.isNaN(dueAt.getTime())) return;
    adding.mutate({ contactId, dueAt: dueAt.toISOString(), text: text.trim() === '' ? null : text.trim() });
  };
  return (
    <Sheet title={texts.title} description={texts.body} closeLabel={words.close} isOpen onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4 pt-1">
        <TextField
          label={texts.when}
          type="datetime-local"
          value={when}
          required
          onChange={(event) => setWhen(event.target.value)}
        />
        <TextArea label={texts.words} value={text} longest={LONGEST_TEXT} onChange={setText} hint={texts.wordsHint} />
        {adding.error === null ? null : (
          <p role="alert" className="text-sm text-danger wrap-anywhere">
            {texts.notAdded} {problemOf(adding.error)}
          </p>
        )}
        <Button type="submit" look="primary" isBusy={adding.isPending} disabled={when === ''} className="self-end">
          {texts.add}
        </Button>
      </form>
    </Sheet>
  );
}

function useAdding(onAdded: () => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation(
    trpc.followUps.add.mutationOptions({
      onSuccess: ({ dueAt }) => {
        toast(words.leadPage.planned(writeTime(dueAt)));
        onAdded();
      },
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: trpc.followUps.pathKey() }),
          queries.invalidateQueries({ queryKey: trpc.leads.pathKey() }),
        ]),
    }),
  );
}
