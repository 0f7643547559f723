'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import { editsStore } from './edits-store';
import { type Edits, editsBetween, type FormValues, toFollowUps, toFormValues, toOutreach } from './form-values';
import type { FollowUpReading, OutreachReading } from './outreach-types';

/** The settings with what was changed but not saved, and what can be done with them. */
export function useOutreachForm(outreach: OutreachReading, followUps: FollowUpReading) {
  const edits = useSyncExternalStore(editsStore.subscribe, editsStore.read, editsStore.readOnServer);
  const saved = toFormValues(outreach.settings, followUps.settings);
  const values: FormValues = { ...saved, ...edits };
  const byDefault = toFormValues(outreach.defaults, followUps.defaults);
  const saving = useSaving();
  const keep = (wanted: FormValues): void => {
    if (!saving.isPending) saving.reset();
    editsStore.write(editsBetween(saved, wanted));
  };
  return {
    values,
    isChanged: !isEmpty(editsBetween(saved, values)),
    isDefault: isEmpty(editsBetween(byDefault, values)),
    isSaving: saving.isPending,
    isSaved: saving.isSuccess,
    problem: saving.error === null ? null : sayProblem(saving.error),
    change: (part: Edits) => keep({ ...values, ...part }),
    discard: () => keep(saved),
    reset: () => keep(byDefault),
    save: () => saving.mutate(values),
  };
}

/** Both are saved, one after the other: what was not is still among the changes. */
function useSaving() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const savingOutreach = useMutation(trpc.followUps.saveOutreach.mutationOptions());
  const savingRules = useMutation(trpc.followUps.saveSettings.mutationOptions());
  return useMutation({
    networkMode: 'always',
    mutationFn: async (sent: FormValues) => {
      await savingOutreach.mutateAsync(toOutreach(sent));
      await savingRules.mutateAsync(toFollowUps(sent));
    },
    onSuccess: (_nothing, sent) => {
      // What was changed while it was being saved is still to be saved.
      editsStore.write(editsBetween(sent, { ...sent, ...editsStore.read() }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.followUps.pathKey() }),
  });
}

/** Saving is not tried again by itself, as reading is. */
function sayProblem(error: unknown): string {
  const sentence = problemOf(error);
  return sentence === words.problem.unreachable ? words.settings.unreachable : sentence;
}

function isEmpty(edits: Edits): boolean {
  return Object.keys(edits).length === 0;
}
