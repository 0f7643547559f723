'use client';

import { useMutation } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useCallback, useMemo, useState } from 'react';
import { words } from '@/app/_words/en';
import type { LanguageCode } from '@/flows/schema/language';
import type { ApiRouter } from '@/server/api';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import { useEditor } from '../editor-context';
import { type Saving, useSaving } from '../saving/saving-context';

type Drafted = inferRouterOutputs<ApiRouter>['flows']['draftTranslations'];

/** Where the drafting of one language stands. */
export type DraftingState =
  | Readonly<{ type: 'saving' }>
  | Readonly<{ type: 'drafting'; count: number }>
  | Readonly<{ type: 'done'; drafted: Drafted }>
  | Readonly<{ type: 'failed'; problem: string }>;

export type Drafting = Readonly<{
  states: ReadonlyMap<LanguageCode, DraftingState>;
  /** Has a model draft the missing texts of a language; `count` is how many there are. */
  start: (language: LanguageCode, count: number) => void;
  dismiss: (language: LanguageCode) => void;
}>;

/** Lets a model draft what a language lacks. It works on the saved draft, so that is saved first and looked at again after. */
export function useDrafting(): Drafting {
  const flowId = useEditor((state) => state.flowId);
  const saving = useSaving();
  const { mutateAsync } = useMutation(useTRPC().flows.draftTranslations.mutationOptions());
  const [states, setStates] = useState<Drafting['states']>(new Map());
  const set = useCallback((language: LanguageCode, state: DraftingState | null): void => {
    setStates((before) => {
      const others = [...before].filter(([other]) => other !== language);
      return new Map(state === null ? others : [...others, [language, state]]);
    });
  }, []);
  const draft = useCallback(
    async (language: LanguageCode, count: number): Promise<void> => {
      set(language, { type: 'saving' });
      if (!(await isSaved(saving))) {
        set(language, { type: 'failed', problem: words.editor.languages.draft.notSaved });
        return;
      }
      set(language, { type: 'drafting', count });
      try {
        const drafted = await mutateAsync({ flowId, language });
        await saving.lookForOthers();
        set(language, { type: 'done', drafted });
      } catch (error) {
        set(language, { type: 'failed', problem: problemOf(error) });
      }
    },
    [flowId, saving, mutateAsync, set],
  );
  return useMemo(
    () => ({
      states,
      start: (language, count) => void draft(language, count),
      dismiss: (language) => set(language, null),
    }),
    [states, draft, set],
  );
}

function isSaved(saving: Saving): Promise<boolean> {
  return saving.saveNow().then(
    () => true,
    () => false,
  );
}
