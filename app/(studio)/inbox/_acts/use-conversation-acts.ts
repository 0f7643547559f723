'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { words } from '@/app/_words/en';
import { useMe } from '../../_me/use-me';
import { useTRPC } from '../../_trpc/trpc';
import type { Thread } from '../inbox-types';
import { useActs } from './acts-store';
import { type ActId, keysOfActs, possibleActs } from './possible-acts';
import { useAct } from './use-act';
import { useTakingOver } from './use-taking-over';

const texts = words.inbox.acts;

export type ConversationAct = Readonly<{ id: ActId; label: string; key: string | null; run: () => void }>;

/** What can be done with the open conversation: for its buttons, its keys and the palette alike. */
export function useConversationActs(thread: Thread | undefined): readonly ConversationAct[] {
  const me = useMe();
  const router = useRouter();
  const contactId = thread?.contact.id ?? '';
  const { show, write } = useActs();
  const { takeOver } = useTakingOver(contactId, thread?.contact.name ?? words.inbox.list.unnamed);
  const { done, failed } = useAct(contactId);
  const asking = useMutation(
    useTRPC().handovers.request.mutationOptions({ onSuccess: () => done(texts.asked), onError: failed }),
  );
  if (thread === undefined) return [];
  const runs: Readonly<Record<ActId, () => void>> = {
    takeOver,
    reply: () => write('reply'),
    note: () => write('note'),
    returnToBot: () => show('return'),
    close: () => show('close'),
    assign: () => show('assign'),
    snooze: () => show('snooze'),
    followUp: () => show('followUp'),
    askForPerson: () => asking.mutate({ contactId, reason: texts.askedInInbox }),
    openLead: () => router.push(`/leads/${contactId}`),
  };
  return possibleActs(thread, me).map((id) => ({ id, label: texts[id], key: keysOfActs[id] ?? null, run: runs[id] }));
}
