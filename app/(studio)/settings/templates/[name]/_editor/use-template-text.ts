import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { checkTemplate } from '@/flows/templates/check-template';
import { fromComponents } from '@/flows/templates/template-components';
import {
  nameLender,
  settleVariables,
  type TemplateContent,
  templateCategory,
} from '@/flows/templates/template-content';
import { problemOf } from '../../../../_trpc/problem-of';
import { readAgain } from '../../../../_trpc/read-again';
import { useTRPC } from '../../../../_trpc/trpc';
import type { TemplateText, TemplateView } from '../../template-types';
import { editsStore } from './edits-store';

/** One language of a template with what was written and not saved, what is wrong with it, and how saving stands. */
export type TemplateTextState = ReturnType<typeof useTemplateText>;

export function useTemplateText(view: TemplateView, text: TemplateText, saved: TemplateContent) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const all = useSyncExternalStore(editsStore.subscribe, editsStore.read, editsStore.readOnServer);
  const key = `${view.name}/${text.language}`;
  const edit = all[key];
  const content = edit?.content ?? saved;
  const category = edit?.category ?? view.category;
  const filled = nameLender(content, view.lenderName);
  const saving = useMutation(
    trpc.templates.save.mutationOptions({
      onSuccess: async ({ revision }, sent) => {
        await readAgain(queries, trpc.templates.pathKey());
        // What was written while it was being saved is still to be saved, and is made from what was.
        const now = editsStore.read()[key];
        const isSame = JSON.stringify(now?.content) === JSON.stringify(sent.content) && now?.category === sent.category;
        keep(isSame ? undefined : now && { ...now, revision });
      },
    }),
  );
  const change = (part: Partial<TemplateContent>): void => {
    const changed = { ...content, ...part };
    write({ content: { ...changed, variables: settleVariables(changed) } });
  };
  const write = (part: { content?: TemplateContent; category?: string }): void => {
    if (!saving.isPending) saving.reset();
    const next = { content, category, revision: edit?.revision ?? text.revision, ...part };
    const isSaved = JSON.stringify(next.content) === JSON.stringify(saved) && next.category === view.category;
    keep(isSaved ? undefined : next);
  };
  const keep = (next: (typeof all)[string] | undefined): void => {
    const { [key]: _before, ...others } = editsStore.read();
    editsStore.write(next === undefined ? others : { ...others, [key]: next });
  };
  return {
    content,
    /** With the lender's name in it, as WhatsApp gets it. */
    filled,
    category,
    issues: issuesOf(view, text, { content: filled, category }),
    isChanged: edit !== undefined,
    isSaving: saving.isPending,
    isSaved: saving.isSuccess && edit === undefined,
    problem: saving.error === null ? null : problemOf(saving.error),
    change,
    changeCategory: (chosen: string) => write({ category: chosen }),
    discard: () => {
      saving.reset();
      keep(undefined);
    },
    save: () => {
      const wanted = templateCategory.safeParse(category);
      if (!edit || !wanted.success) return;
      const { name } = view;
      saving.mutate({ name, language: text.language, category: wanted.data, content, revision: edit.revision });
    },
  };
}

function issuesOf(
  view: TemplateView,
  text: TemplateText,
  { content, category }: { readonly content: TemplateContent; readonly category: string },
) {
  const known = templateCategory.safeParse(category);
  if (!known.success) return [];
  const original = view.texts.find(({ language }) => language === view.original);
  const translated = original && original.language !== text.language ? fromComponents(original.source) : undefined;
  return checkTemplate({
    name: view.name,
    language: text.language,
    category: known.data,
    content,
    original: translated ? nameLender(translated, view.lenderName) : null,
  });
}
