'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { toast } from 'sonner';
import { TextArea } from '@/app/_ui/TextArea';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { draftsStore } from '../../_drafts/drafts-store';
import { writeTime } from '../../_time/write-time';
import { problemOf } from '../../_trpc/problem-of';
import { readAgain } from '../../_trpc/read-again';
import { useTRPC } from '../../_trpc/trpc';
import { ActSheet } from './ActSheet';
import { useActs } from './acts-store';

const texts = words.inbox.schedule;
const LONGEST_TEXT = 4096; // text.body, Cloud API reference

type Props = { readonly contactId: string; readonly windowEndsAt: string | null };

/** Sends what was written at another time. */
export function ScheduleSheet({ contactId, windowEndsAt }: Props): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [clientId] = useState(() => crypto.randomUUID());
  const [when, setWhen] = useState('');
  const [draft] = useState(() => draftsStore.of(draftsStore.read(), contactId));
  const [text, setText] = useState(draft.reply);
  const show = useActs((acts) => acts.show);
  const planning = useMutation(
    trpc.conversations.schedule.mutationOptions({
      onSuccess: async ({ at }) => {
        await readAgain(queries, trpc.conversations.scheduled.pathKey());
        draftsStore.type(contactId, { reply: '' });
        toast(texts.planned(writeTime(at)));
        show(null);
      },
      onError: (error) => toast.error(`${words.inbox.acts.failed} ${problemOf(error)}`),
    }),
  );
  const at = new Date(when);
  const isAfterWindow = windowEndsAt !== null && at > new Date(windowEndsAt);
  return (
    <ActSheet
      title={texts.title}
      body={texts.body}
      confirm={texts.add}
      isBusy={planning.isPending}
      isReady={at > new Date() && text.trim() !== ''}
      onConfirm={() => planning.mutate({ contactId, clientId, text: text.trim(), at: at.toISOString() })}
    >
      <TextField
        label={texts.when}
        type="datetime-local"
        value={when}
        required
        onChange={(event) => setWhen(event.target.value)}
      />
      {isAfterWindow ? <p className="text-xs text-mark-ink">{texts.windowWarning}</p> : null}
      <TextArea longest={LONGEST_TEXT} label={texts.text} value={text} onChange={setText} />
      {draft.quote === null ? null : <p className="text-xs text-ink-soft">{texts.noQuote}</p>}
    </ActSheet>
  );
}
