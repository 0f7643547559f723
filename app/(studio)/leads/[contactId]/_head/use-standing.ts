import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { words } from '@/app/_words/en';
import type { LeadStage } from '@/server/leads/lead-stage';
import { problemOf } from '../../../_trpc/problem-of';
import { readAgain } from '../../../_trpc/read-again';
import { useTRPC } from '../../../_trpc/trpc';
import type { LeadDetails } from '../lead-page-types';

const texts = words.leads.board;

/** Moves a lead and gives it to somebody: seen at once; a move can be undone. */
export function useStanding(lead: LeadDetails['lead']) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  // Until the page was read again, what was chosen is shown.
  const onSettled = () => readAgain(queries, trpc.leads.pathKey());
  const onError = (error: unknown) => toast.error(words.leadPage.notDone, { description: problemOf(error) });
  const moving = useMutation(trpc.leads.move.mutationOptions({ onSettled, onError }));
  const assigning = useMutation(trpc.leads.assign.mutationOptions({ onSettled, onError }));
  const { contactId } = lead;
  const name = lead.name ?? words.leadsShared.noName;
  const move = (stage: LeadStage): void => {
    const from = lead.stage;
    const undo = () => moving.mutate({ contactId, stage: from, from: stage });
    moving.mutate(
      { contactId, stage, from },
      {
        onSuccess: () => {
          toast(texts.moved(name, words.leadsShared.stages[stage]), { action: { label: texts.undo, onClick: undo } });
        },
      },
    );
  };
  return {
    move,
    assign: (userId: string | null): void => assigning.mutate({ contactIds: [contactId], userId }),
    shown: {
      stage: moving.isPending ? moving.variables.stage : lead.stage,
      assigneeId: assigning.isPending ? assigning.variables.userId : (lead.assignee?.id ?? null),
    },
  };
}
