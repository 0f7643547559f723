'use client';

import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { RadioGroup } from '@/app/_ui/RadioGroup';
import { TextArea } from '@/app/_ui/TextArea';
import { words } from '@/app/_words/en';
import { useTRPC } from '../../_trpc/trpc';
import { ActSheet } from './ActSheet';
import { useActs } from './acts-store';
import { useAct } from './use-act';

const texts = words.inbox.closing;
/** As long as the server takes it. */
const LONGEST_NOTE = 1000;
const outcomes = ['qualified', 'notEligible', 'callBack', 'notInterested', 'duplicate'] as const;
type Outcome = (typeof outcomes)[number];

const options = outcomes.map((value) => ({ value, label: texts.outcomes[value], body: texts.bodies[value] }));

/** Closes the conversation; without an outcome it can't be. */
export function CloseSheet({ contactId }: { readonly contactId: string }): ReactElement {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [note, setNote] = useState('');
  const show = useActs((acts) => acts.show);
  const { done, failed } = useAct(contactId);
  const closing = useMutation(
    useTRPC().handovers.close.mutationOptions({
      onSuccess: async () => {
        await done(words.inbox.acts.closed);
        show(null);
      },
      onError: failed,
    }),
  );
  return (
    <ActSheet
      title={texts.title}
      body={texts.body}
      confirm={texts.confirm}
      isBusy={closing.isPending}
      isReady={outcome !== null}
      onConfirm={() => {
        if (outcome !== null) closing.mutate({ contactId, outcome, note });
      }}
    >
      <RadioGroup label={texts.outcome} options={options} value={outcome} onChange={setOutcome} />
      <TextArea longest={LONGEST_NOTE} label={texts.note} value={note} onChange={setNote} />
    </ActSheet>
  );
}
