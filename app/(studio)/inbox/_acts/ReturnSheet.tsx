'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Select } from '@/app/_ui/Select';
import { Spinner } from '@/app/_ui/Spinner';
import { TextArea } from '@/app/_ui/TextArea';
import { Toggle } from '@/app/_ui/Toggle';
import { words } from '@/app/_words/en';
import { useTRPC } from '../../_trpc/trpc';
import { ActSheet } from './ActSheet';
import { useActs } from './acts-store';
import { useAct } from './use-act';

const texts = words.inbox.returning;
/** As long as the server takes it. */
const LONGEST_NOTE = 1000;
/** No state's id: they begin with a letter. */
const SAME = '';

/** Gives the conversation back to the bot, at a state of the drawing. */
export function ReturnSheet({ contactId }: { readonly contactId: string }): ReactElement {
  const trpc = useTRPC();
  const states = useQuery(trpc.handovers.states.queryOptions({ contactId }));
  const [stateId, setStateId] = useState<string>(SAME);
  const [isNow, setIsNow] = useState(false);
  const [note, setNote] = useState('');
  const show = useActs((acts) => acts.show);
  const { done, failed } = useAct(contactId);
  const returning = useMutation(
    trpc.handovers.returnToBot.mutationOptions({
      onSuccess: async () => {
        await done(words.inbox.acts.returned);
        show(null);
      },
      onError: failed,
    }),
  );
  const options = [
    { value: SAME, label: texts.same },
    ...(states.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <ActSheet
      title={texts.title}
      body={texts.body}
      confirm={texts.confirm}
      isBusy={returning.isPending}
      onConfirm={() => {
        const begins = isNow ? 'now' : 'whenTheyWrite';
        returning.mutate({ contactId, stateId: stateId === SAME ? null : stateId, note, begins });
      }}
    >
      {states.isPending ? <Spinner label={texts.loading} className="text-sm text-ink-soft" /> : null}
      <Select label={texts.state} value={stateId} options={options} onChange={setStateId} />
      <div>
        <Toggle isOn={isNow} onChange={setIsNow}>
          {texts.now}
        </Toggle>
      </div>
      <TextArea longest={LONGEST_NOTE} label={texts.note} value={note} onChange={setNote} />
    </ActSheet>
  );
}
