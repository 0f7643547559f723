'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { readAgain } from '../../../_trpc/read-again';
import { useTRPC } from '../../../_trpc/trpc';
import { editsStore } from './edits-store';
import type { FactsReading } from './facts-types';
import { editsBetween, type FactEdits, toFacts, toFormValues } from './form-values';
import { sayRefusal } from './say-fact';

/** The facts with what was changed but not saved, and what can be done with them. */
export type FactsFormState = ReturnType<typeof useFactsForm>;

export function useFactsForm({ facts, version }: FactsReading) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const kept = useSyncExternalStore(editsStore.subscribe, editsStore.read, editsStore.readOnServer);
  const saved = toFormValues(facts);
  const edits = editsBetween(saved, kept);
  const values: FactEdits = { ...saved, ...edits };
  const saving = useMutation(
    trpc.facts.save.mutationOptions({
      onSuccess: async (_saved, sent) => {
        await readAgain(queries, trpc.facts.pathKey());
        // What was changed while it was being saved is still to be saved.
        const nowSaved = toFormValues(sent.facts);
        editsStore.write(editsBetween(nowSaved, { ...nowSaved, ...editsStore.read() }));
        setNote('');
      },
      // Somebody else may have saved: theirs is shown, with what was changed here on top of it.
      onError: () => queries.invalidateQueries({ queryKey: trpc.facts.pathKey() }),
    }),
  );
  const keep = (wanted: FactEdits): void => {
    if (!saving.isPending) saving.reset();
    editsStore.write(editsBetween(saved, wanted));
  };
  return {
    values,
    note,
    isChanged: Object.keys(edits).length > 0,
    isSaving: saving.isPending,
    isSaved: saving.isSuccess,
    /** A market event that what was saved last is. */
    event: saving.data?.event ?? null,
    problem: saving.error === null ? null : sayProblem(problemOf(saving.error)),
    setNote,
    change: (part: FactEdits) => keep({ ...values, ...part }),
    discard: () => keep(saved),
    save: () => saving.mutate({ facts: toFacts(values, facts), note, after: version }),
    forgetEvent: () => saving.reset(),
  };
}

/** Saving is not tried again by itself, as reading is. */
function sayProblem(sentence: string): string {
  return sentence === words.problem.unreachable ? words.settings.unreachable : sayRefusal(sentence);
}
