import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { words } from '@/app/_words/en';
import type { LeadFilter } from '@/server/leads/filter/lead-filter';
import type { LeadStage } from '@/server/leads/lead-stage';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import type { Lead } from '../lead-types';
import { moveOnBoard } from './move-on-board';

const texts = words.leads.board;

/** Moves a lead to another stage: seen at once, taken back where the server refuses, and to be undone where it agrees. */
export function useMoveLead(filter: LeadFilter): (lead: Lead, stage: LeadStage) => void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const boardKey = trpc.leads.board.queryKey({ filter });
  const moving = useMutation(
    trpc.leads.move.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.leads.pathKey() }),
    }),
  );
  const send = async (lead: Lead, stage: LeadStage): Promise<void> => {
    await queries.cancelQueries({ queryKey: boardKey });
    const before = queries.getQueryData(boardKey);
    if (before) queries.setQueryData(boardKey, moveOnBoard(before, lead, stage, new Date()));
    try {
      await moving.mutateAsync({ contactId: lead.contactId, stage, from: lead.stage });
    } catch (error) {
      if (before) queries.setQueryData(boardKey, before);
      throw error;
    }
  };
  const refuse = (lead: Lead, error: unknown): void => {
    toast.error(texts.notMoved(nameOf(lead)), { description: problemOf(error) });
  };
  const undo = (lead: Lead, stage: LeadStage): void => {
    send({ ...lead, stage }, lead.stage).then(
      () => toast(texts.undone(nameOf(lead), words.leadsShared.stages[lead.stage])),
      (error: unknown) => refuse(lead, error),
    );
  };
  return (lead, stage) => {
    send(lead, stage).then(
      () =>
        toast(texts.moved(nameOf(lead), words.leadsShared.stages[stage]), {
          action: { label: texts.undo, onClick: () => undo(lead, stage) },
        }),
      (error: unknown) => refuse(lead, error),
    );
  };
}

function nameOf({ name }: Lead): string {
  return name ?? words.leadsShared.noName;
}
