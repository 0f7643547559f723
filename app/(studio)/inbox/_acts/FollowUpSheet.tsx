'use client';

import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { toast } from 'sonner';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { writeTime } from '../../_time/write-time';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import { ActSheet } from './ActSheet';
import { useActs } from './acts-store';
import { NoteField } from './NoteField';

const texts = words.inbox.followUp;

/** Plans that we write again, by the rules that all follow-ups keep. */
export function FollowUpSheet({ contactId }: { readonly contactId: string }): ReactElement {
  const [when, setWhen] = useState('');
  const [text, setText] = useState('');
  const show = useActs((acts) => acts.show);
  const adding = useMutation(
    useTRPC().followUps.add.mutationOptions({
      onSuccess: ({ dueAt }) => {
        toast(texts.added(writeTime(dueAt)));
        show(null);
      },
      onError: (error) => toast.error(`${words.inbox.acts.failed} ${problemOf(error)}`),
    }),
  );
  const at = new Date(when);
  return (
    <ActSheet
      title={texts.title}
      body={texts.body}
      confirm={texts.add}
      isBusy={adding.isPending}
      isReady={at > new Date()}
      onConfirm={() =>
        adding.mutate({
          contactId,
          dueAt: at.toISOString(),
          text: text.trim() === '' ? null : text.trim(),
        })
      }
    >
      <TextField
        label={texts.when}
        type="datetime-local"
        value={when}
        required
        onChange={(event) => setWhen(event.target.value)}
      />
      <NoteField label={`${texts.words}. ${texts.wordsHint}`} value={text} onChange={setText} />
    </ActSheet>
  );
}
