'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/app/_ui/Button';
import { Select } from '@/app/_ui/Select';
import { Sheet } from '@/app/_ui/Sheet';
import { TextArea } from '@/app/_ui/TextArea';
import { words } from '@/app/_words/en';
import type { HandoverOutcome } from '@/server/handovers/handover-outcome';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import type { LeadDetails } from '../lead-page-types';

const texts = words.leadPage.closing;
const names: Readonly<Record<HandoverOutcome, string>> = words.leadsShared.outcomes;
const LONGEST_NOTE = 1000;

const outcomes = (['qualified', 'notEligible', 'callBack', 'notInterested', 'duplicate'] as const).map((value) => ({
  value,
  label: names[value],
}));

type Props = { readonly lead: LeadDetails['lead']; readonly onClose: () => void };

/** Asks how it ended, and closes the conversation with that. */
export function CloseSheet({ lead, onClose }: Props): ReactElement {
  const [outcome, setOutcome] = useState<HandoverOutcome>('qualified');
  const [note, setNote] = useState('');
  const closing = useClosing(lead, onClose);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    closing.mutate({ outcome, note });
  };
  return (
    <Sheet title={texts.title} description={texts.body} closeLabel={words.close} isOpen onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4 pt-1">
        <Select label={texts.outcome} value={outcome} options={outcomes} onChange={setOutcome} />
        <TextArea label={texts.note} value={note} longest={LONGEST_NOTE} onChange={setNote} />
        {closing.error === null ? null : (
          <p role="alert" className="text-sm text-danger wrap-anywhere">
            {texts.notClosed} {problemOf(closing.error)}
          </p>
        )}
        <Button type="submit" look="primary" isBusy={closing.isPending} className="self-end">
          {texts.act}
        </Button>
      </form>
    </Sheet>
  );
}

type Closing = { readonly outcome: HandoverOutcome; readonly note: string };

/** Only who has a conversation closes it: who has not takes it over first. */
function useClosing({ contactId, conversationStatus }: LeadDetails['lead'], onClosed: () => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const taking = useMutation(trpc.handovers.takeOver.mutationOptions());
  const ending = useMutation(trpc.handovers.close.mutationOptions());
  return useMutation({
    mutationFn: async (closing: Closing) => {
      if (conversationStatus !== 'taken') await taking.mutateAsync({ contactId });
      await ending.mutateAsync({ contactId, ...closing });
    },
    onSuccess: () => {
      toast(texts.closed);
      onClosed();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.leads.pathKey() }),
  });
}
