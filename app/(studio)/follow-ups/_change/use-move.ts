'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { words } from '@/app/_words/en';
import { writeTime } from '../../_time/write-time';
import { useTRPC } from '../../_trpc/trpc';
import type { FollowUp } from '../follow-up-types';
import { findInCache, moveInCache, restoreCache } from './rows-in-cache';
import { sayFailure } from './say-failure';

const texts = words.followUps;

/** Moves follow-ups: seen at once, taken back where the server refuses, and to be undone where it agrees. */
export function useMove() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const lists = { queryKey: trpc.followUps.list.queryKey() };
  const moving = useMutation(
    trpc.followUps.move.mutationOptions({
      onMutate: async ({ id, dueAt }) => {
        await queries.cancelQueries(lists);
        return { before: moveInCache(queries, lists, id, dueAt) };
      },
      onError: (_error, _sent, kept) => {
        if (kept) restoreCache(queries, kept.before);
      },
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.followUps.pathKey() }),
    }),
  );
  const send = (row: FollowUp, dueAt: string): Promise<{ readonly dueAt: string }> =>
    moving.mutateAsync({ id: row.id, dueAt, revision: row.revision });
  const refuse = (row: FollowUp, error: unknown): void => {
    toast.error(texts.notMoved(nameOf(row)), { description: sayFailure(error) });
  };
  const undo = (before: FollowUp): void => {
    // Moving gave it another revision.
    const row = findInCache(queries, lists, before.id) ?? before;
    send(row, before.dueAt).then(
      (moved) => toast(texts.undone(nameOf(row), writeTime(moved.dueAt))),
      (error: unknown) => refuse(row, error),
    );
  };
  /** Rejects where it was not moved. */
  const move = async (row: FollowUp, dueAt: string): Promise<void> => {
    const moved = await send(row, dueAt);
    toast(texts.moved(nameOf(row), writeTime(moved.dueAt)), {
      action: { label: texts.undo, onClick: () => undo(row) },
    });
  };
  return { move, refuse, isMoving: moving.isPending, error: moving.error };
}

function nameOf({ contactName }: FollowUp): string {
  return contactName ?? texts.noName;
}
