import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import { stageOf } from './stage-of';

const texts = words.whatsapp.test;

/** How often it is asked how far a message has come. */
const FOLLOW_MS = 1_500;

/** Sends a message to the owner's own phone, and follows it. */
export function TestMessage({ account }: { readonly account: string }): ReactElement {
  const [to, setTo] = useState('');
  const sending = useMutation(useTRPC().whatsapp.sendTest.mutationOptions());
  return (
    <form
      aria-label={texts.title}
      className="mt-4 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate({ account, to });
      }}
    >
      <h4 className="text-sm font-semibold">{texts.title}</h4>
      <p className="text-sm text-ink-soft">{texts.body}</p>
      <div className="mt-2 flex flex-wrap items-end gap-2">
        <TextField
          label={texts.to}
          type="tel"
          autoComplete="tel"
          required
          value={to}
          placeholder={texts.example}
          onChange={(event) => setTo(event.target.value)}
          className="min-w-0 flex-1 basis-56"
        />
        <Button type="submit" isBusy={sending.isPending}>
          {texts.send}
        </Button>
      </div>
      {sending.error === null ? null : (
        <p role="alert" className="mt-2 text-sm text-danger wrap-anywhere">
          {texts.notSent} {problemOf(sending.error)}
        </p>
      )}
      {sending.data ? <Progress outboxId={sending.data.outboxId} kind={sending.data.kind} /> : null}
    </form>
  );
}

type ProgressProps = { readonly outboxId: string; readonly kind: 'text' | 'template' };

function Progress({ outboxId, kind }: ProgressProps): ReactElement {
  const progress = useQuery({
    ...useTRPC().whatsapp.progress.queryOptions({ outboxId }),
    refetchInterval: ({ state }) => (state.data && stageOf(state.data).isLast ? false : FOLLOW_MS),
  });
  const stage = progress.data ? stageOf(progress.data).name : 'waiting';
  const detail = progress.data?.problemDetail ?? null;
  return (
    <p role="status" className="mt-2 text-sm wrap-anywhere">
      {texts.kinds[kind]} {texts.progress[stage]} {detail}
    </p>
  );
}
