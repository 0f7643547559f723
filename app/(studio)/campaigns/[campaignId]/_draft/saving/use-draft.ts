import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isTRPCClientError } from '@trpc/client';
import { useEffect, useSyncExternalStore } from 'react';
import type { ApiRouter } from '@/server/api';
import type { CampaignPlan } from '@/server/campaigns/plan/campaign-plan';
import { problemOf } from '../../../../_trpc/problem-of';
import { readAgain } from '../../../../_trpc/read-again';
import { useTRPC } from '../../../../_trpc/trpc';
import type { CampaignView } from '../../../campaign-types';
import { type Edit, editAfterSaving, editsStore, keepEdit } from './edits-store';

/** Where the changes of a draft are. `offline`: kept in this tab and tried again. */
export type SavingState =
  | Readonly<{ type: 'unchanged' | 'saved' | 'saving' | 'offline' | 'conflict' }>
  | Readonly<{ type: 'refused'; why: string }>;

/** A campaign that is being drafted, with what was written and not saved yet. */
export type Draft = ReturnType<typeof useDraft>;

const AFTER_TYPING_MS = 600;
const AGAIN_MS = 4_000;

/** The draft as it stands on this screen; what is changed is saved by itself. */
export function useDraft(campaign: CampaignView) {
  const edits = useSyncExternalStore(editsStore.subscribe, editsStore.read, editsStore.readOnServer);
  const { id } = campaign;
  const edit = edits[id];
  const name = edit?.name ?? campaign.name;
  const plan = edit?.plan ?? campaign.plan;
  const saving = useSaving(id, edit);
  const write = (part: { readonly name?: string; readonly plan?: CampaignPlan }): void => {
    const now = editsStore.read()[id];
    const base = now ?? { name: campaign.name, plan: campaign.plan, revision: campaign.revision };
    if (!saving.isPending) saving.reset();
    keepEdit(id, { ...base, ...part });
  };
  return {
    id,
    channel: campaign.channel,
    name,
    plan,
    state: stateOf(edit, saving),
    rename: (next: string) => write({ name: next }),
    change: (part: Partial<CampaignPlan>) => write({ plan: { ...(editsStore.read()[id]?.plan ?? plan), ...part } }),
    /** Where somebody else saved meanwhile: theirs as it is now, or what stands here over it. */
    takeTheirs: () => {
      saving.reset();
      keepEdit(id, undefined);
    },
    keepMine: () => {
      saving.reset();
      if (edit) keepEdit(id, { ...edit, revision: campaign.revision });
    },
  };
}

function useSaving(id: string, edit: Edit | undefined) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const saving = useMutation(
    trpc.campaigns.save.mutationOptions({
      onSuccess: async ({ revision }, sent) => {
        await readAgain(queries, trpc.campaigns.read.queryKey({ id }));
        keepEdit(id, editAfterSaving(editsStore.read()[id], sent, revision));
      },
      onError: (error) => {
        if (isConflict(error)) return queries.invalidateQueries({ queryKey: trpc.campaigns.read.queryKey({ id }) });
      },
    }),
  );
  const { mutate, isPending, error } = saving;
  const waitMs = error === null ? AFTER_TYPING_MS : isSilence(error) ? AGAIN_MS : null;
  useEffect(() => {
    if (edit === undefined || isPending || waitMs === null) return;
    const timer = setTimeout(() => mutate({ id, ...edit }), waitMs);
    return () => clearTimeout(timer);
  }, [id, edit, isPending, waitMs, mutate]);
  return saving;
}

function stateOf(edit: Edit | undefined, saving: ReturnType<typeof useSaving>): SavingState {
  const { error, isSuccess } = saving;
  if (edit === undefined) return { type: isSuccess ? 'saved' : 'unchanged' };
  if (error === null) return { type: 'saving' };
  if (isConflict(error)) return { type: 'conflict' };
  return isSilence(error) ? { type: 'offline' } : { type: 'refused', why: problemOf(error) };
}

function isConflict(error: unknown): boolean {
  return isTRPCClientError<ApiRouter>(error) && error.data?.code === 'CONFLICT';
}

/** The server did not answer, or is in trouble: what it refuses it would refuse again. */
function isSilence(error: unknown): boolean {
  return !isTRPCClientError<ApiRouter>(error) || !error.data || error.data.httpStatus >= 500;
}
