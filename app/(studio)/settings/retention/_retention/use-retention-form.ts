'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { readAgain } from '../../../_trpc/read-again';
import { useTRPC } from '../../../_trpc/trpc';
import { editsStore } from './edits-store';
import {
  editsBetween,
  type RetentionEdits,
  type RetentionReading,
  type RetentionValues,
  toFormValues,
  toSettings,
} from './form-values';

/** The settings with what was changed but not saved, and what can be done with them. */
export function useRetentionForm({ settings, defaults }: RetentionReading) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const edits = useSyncExternalStore(editsStore.subscribe, editsStore.read, editsStore.readOnServer);
  const base = settings ?? defaults;
  const saved = toFormValues(base);
  const values: RetentionValues = { ...saved, ...edits };
  const saving = useMutation(
    trpc.retention.saveSettings.mutationOptions({
      onSuccess: async () => {
        await readAgain(queries, trpc.retention.pathKey());
        editsStore.write({});
      },
    }),
  );
  const keep = (wanted: RetentionValues): void => {
    if (!saving.isPending) saving.reset();
    editsStore.write(editsBetween(saved, wanted));
  };
  return {
    values,
    // What can't be read is saved anew even where nothing was changed.
    isChanged: settings === null || isAny(editsBetween(saved, values)),
    isDefault: !isAny(editsBetween(toFormValues(defaults), values)),
    isSaving: saving.isPending,
    isSaved: saving.isSuccess,
    problem: saving.error === null ? null : sayRefusal(problemOf(saving.error)),
    change: (part: RetentionEdits) => keep({ ...values, ...part }),
    discard: () => keep(saved),
    reset: () => keep(toFormValues(defaults)),
    save: () => saving.mutate(toSettings(values, base)),
  };
}

function isAny(edits: RetentionEdits): boolean {
  return Object.keys(edits).length > 0;
}

/** A refusal with the field called as it is on the screen. */
function sayRefusal(sentence: string): string {
  if (sentence === words.problem.unreachable) return words.settings.unreachable;
  const fields: Readonly<Record<string, string>> = words.retention.fields;
  const [name = '', ...rest] = sentence.split(': ');
  return Object.hasOwn(fields, name) ? `“${fields[name]}”: ${rest.join(': ')}` : sentence;
}
