'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BookmarkPlus, Trash2 } from 'lucide-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import { toast } from 'sonner';
import { Badge } from '@/app/_ui/Badge';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import type { SavedView } from '@/server/leads/views/view';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import { SaveView } from './SaveView';

const texts = words.leads.views;

type Props = {
  /** What is looked at now, as in the address. */
  readonly query: string;
  readonly onOpen: (query: string) => void;
};

/** The views that were kept, own and shared ones, and a way to keep this one. */
export function ViewTabs({ query, onOpen }: Props): ReactElement {
  const [isSaving, setIsSaving] = useState(false);
  // They only help: without an answer there are none.
  const views = useQuery(useTRPC().views.list.queryOptions({ screen: 'leads' })).data ?? [];
  const remove = useRemoving();
  const open = views.find((view) => view.query === query);
  return (
    <nav aria-label={texts.label} className="-mx-5 overflow-x-auto px-5 md:mx-0 md:px-0">
      <ul className="flex w-max min-w-full items-center gap-1 border-b border-line">
        <li>
          <Tab isOpen={query === ''} onOpen={() => onOpen('')}>
            {texts.all}
          </Tab>
        </li>
        {views.map((view) => (
          <li key={view.id} className="flex items-center">
            <Tab isOpen={view === open} onOpen={() => onOpen(view.query)}>
              {view.name}
              {view.isShared ? <Badge className="ml-1.5">{texts.shared}</Badge> : null}
            </Tab>
          </li>
        ))}
        <li className="ml-1 flex">
          {open?.isMine ? (
            <IconButton icon={Trash2} label={texts.remove(open.name)} onClick={() => remove(open)} />
          ) : null}
          {open === undefined && query !== '' ? (
            <IconButton icon={BookmarkPlus} label={texts.save} onClick={() => setIsSaving(true)} />
          ) : null}
        </li>
      </ul>
      {isSaving ? <SaveView query={query} onClose={() => setIsSaving(false)} /> : null}
    </nav>
  );
}

type TabProps = {
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly children: ReactNode;
};

function Tab({ isOpen, onOpen, children }: TabProps): ReactElement {
  return (
    <button
      type="button"
      aria-pressed={isOpen}
      onClick={onOpen}
      className="-mb-px shrink-0 rounded-t-md border-b-2 border-transparent px-2.5 py-2 text-sm font-medium whitespace-nowrap text-ink-soft hover:text-ink aria-pressed:border-accent aria-pressed:text-accent"
    >
      {children}
    </button>
  );
}

function useRemoving(): (view: SavedView) => void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const removing = useMutation(
    trpc.views.remove.mutationOptions({
      onError: (error) => toast.error(texts.notRemoved, { description: problemOf(error) }),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.views.pathKey() }),
    }),
  );
  return ({ id, name }) => removing.mutate({ id }, { onSuccess: () => toast(texts.removed(name)) });
}
