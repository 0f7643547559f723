'use client';

import { useMutation } from '@tanstack/react-query';
import { words } from '@/app/_words/en';
import { nameOfSlot } from '../../_slots/name-of-slot';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';

const texts = words.inbox.composer;

/** Asks the model for words, which are put into the field and never sent by themselves. */
export function useDrafting(contactId: string, onDrafted: (text: string) => void) {
  const drafting = useMutation(
    useTRPC().conversations.draft.mutationOptions({
      onSuccess: ({ text }) => {
        if (text !== null) onDrafted(text);
      },
    }),
  );
  return {
    isDrafting: drafting.isPending,
    said: drafting.error ? problemOf(drafting.error) : drafting.data ? sayDraft(drafting.data) : null,
    draft: (): void => drafting.mutate({ contactId }),
    forget: (): void => drafting.reset(),
  };
}

type Draft = Readonly<{ text: string | null; whyNot: string | null; groundedOn: readonly string[] }>;

function sayDraft({ text, whyNot, groundedOn }: Draft): string | null {
  if (text === null) return whyNot;
  return groundedOn.length === 0 ? texts.draftedPlain : texts.drafted(groundedOn.map(nameOfSlot).join(', '));
}
