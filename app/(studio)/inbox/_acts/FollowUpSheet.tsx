'use client';

import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { toast } from 'sonner';
import { TextArea } from '@/app/_ui/TextArea';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { writeTime } from '../../_time/write-time';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import { ActSheet } from './ActSheet';
import { useActs } from './acts-store';

const texts = words.inbox.followUp;
const LONGEST_TEXT = 4096; // text.body, Cloud API reference

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
      <TextArea longest={LONGEST_TEXT} label={`${texts.words}. ${texts.wordsHint}`} value={text} onChange={setText} />
    </ActSheet>
  );
}
