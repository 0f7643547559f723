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
  type HandoverEdits,
  type HandoverReading,
  type HandoverValues,
  toFormValues,
  toSettings,
} from './form-values';

/** The settings with what was changed but not saved, and what can be done with them. */
export function useHandoverForm({ settings, defaults }: HandoverReading) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const edits = useSyncExternalStore(editsStore.subscribe, editsStore.read, editsStore.readOnServer);
  const saved = toFormValues(settings);
  const values: HandoverValues = { ...saved, ...edits };
  const saving = useMutation(
    trpc.handovers.saveSettings.mutationOptions({
      onSuccess: async () => {
        await readAgain(queries, trpc.handovers.pathKey());
        editsStore.write({});
      },
    }),
  );
  const keep = (wanted: HandoverValues): void => {
    if (!saving.isPending) saving.reset();
    editsStore.write(editsBetween(saved, wanted));
  };
  return {
    values,
    isChanged: isAny(editsBetween(saved, values)),
    isDefault: !isAny(editsBetween(toFormValues(defaults), values)),
    isSaving: saving.isPending,
    isSaved: saving.isSuccess,
    problem: saving.error === null ? null : sayRefusal(problemOf(saving.error)),
    change: (part: HandoverEdits) => keep({ ...values, ...part }),
    discard: () => keep(saved),
    reset: () => keep(toFormValues(defaults)),
    save: () => saving.mutate(toSettings(values)),
  };
}

function isAny(edits: HandoverEdits): boolean {
  return Object.keys(edits).length > 0;
}

/** A refusal with the field called as it is on the screen. */
function sayRefusal(sentence: string): string {
  if (sentence === words.problem.unreachable) return words.settings.unreachable;
  const fields: Readonly<Record<string, string>> = words.inboxHandover.fields;
  const [name = '', ...rest] = sentence.split(': ');
  return Object.hasOwn(fields, name) ? `“${fields[name]}”: ${rest.join(': ')}` : sentence;
}
