import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { words } from '@/app/_words/en';
import type { SlotValue } from '@/flows/schema/slots';
import { nameOfSlot } from '../../../_slots/name-of-slot';
import { problemOf } from '../../../_trpc/problem-of';
import { readAgain } from '../../../_trpc/read-again';
import { useTRPC } from '../../../_trpc/trpc';

const texts = words.leadPage.facts;

/** Changes, confirms and removes facts of a lead; each is done when the page shows it. */
export function useFactActs(contactId: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const onSettled = () => readAgain(queries, trpc.leads.pathKey());
  const onError = (error: unknown) => toast.error(texts.notSaved, { description: problemOf(error) });
  const setting = useMutation(trpc.leads.setFact.mutationOptions({ onSettled, onError }));
  const confirming = useMutation(trpc.leads.confirmFact.mutationOptions({ onSettled, onError }));
  const removing = useMutation(trpc.leads.removeFact.mutationOptions({ onSettled, onError }));
  const said = (sentence: (name: string) => string, slot: string) => () => {
    toast(sentence(nameOfSlot(slot)));
  };
  return {
    isBusy: setting.isPending,
    set: (slot: string, value: SlotValue, onSaved: () => void): void => {
      const onSuccess = (): void => {
        toast(texts.saved(nameOfSlot(slot)));
        onSaved();
      };
      setting.mutate({ contactId, slot, value }, { onSuccess });
    },
    confirm: (slot: string): void => confirming.mutate({ contactId, slot }, { onSuccess: said(texts.confirmed, slot) }),
    remove: (slot: string): void => removing.mutate({ contactId, slot }, { onSuccess: said(texts.removed, slot) }),
  };
}
