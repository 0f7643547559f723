'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { UnderstandingReading } from '../../_reading/reading-types';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import { editsStore } from './edits-store';
import { type Edits, editsBetween, type FormValues, toFormValues, toSettings } from './form-values';
import { sayRefusal } from './say-refusal';

/** The settings with what was changed but not saved, and what can be done with them. */
export function useUnderstandingForm({ settings, defaults }: UnderstandingReading) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const edits = useSyncExternalStore(editsStore.subscribe, editsStore.read, editsStore.readOnServer);
  const saved = toFormValues(settings);
  const values: FormValues = { ...saved, ...edits };
  const byDefault = toFormValues(defaults);
  const saving = useMutation(
    trpc.understanding.saveSettings.mutationOptions({
      onSuccess: (_nothing, sent) => {
        const queryKey = trpc.understanding.settings.queryKey();
        queryClient.setQueryData(queryKey, (before) =>
          before ? { ...before, settings: { ...settings, ...sent } } : before,
        );
        // What was changed while it was being saved is still to be saved.
        const nowSaved = toFormValues({ ...settings, ...sent });
        editsStore.write(editsBetween(nowSaved, { ...nowSaved, ...editsStore.read() }));
        void queryClient.invalidateQueries({ queryKey });
      },
    }),
  );
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
    problem: saving.error === null ? null : sayRefusal(problemOf(saving.error)),
    change: (part: Edits) => keep({ ...values, ...part }),
    discard: () => keep(saved),
    reset: () => keep(byDefault),
    save: () => saving.mutate(toSettings(values)),
  };
}

function isEmpty(edits: Edits): boolean {
  return Object.keys(edits).length === 0;
}
