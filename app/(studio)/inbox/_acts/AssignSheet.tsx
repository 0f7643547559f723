'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { CommandItem, CommandList } from '@/app/_ui/CommandList';
import { Sheet } from '@/app/_ui/Sheet';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { languageName } from '../../_language/language-name';
import { useMe } from '../../_me/use-me';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import type { Officer } from '../inbox-types';
import { useActs } from './acts-store';
import { useAct } from './use-act';

const texts = words.inbox.assigning;

type Props = { readonly contactId: string; readonly language: string };

/** Gives the conversation to a colleague; those who speak the customer's language stand first. */
export function AssignSheet({ contactId, language }: Props): ReactElement {
  const { id: myId } = useMe();
  const trpc = useTRPC();
  const officers = useQuery(trpc.handovers.officers.queryOptions());
  const show = useActs((acts) => acts.show);
  const { done, failed } = useAct(contactId);
  const nameOf = (id: string): string => officers.data?.find((officer) => officer.id === id)?.name ?? '';
  const assigning = useMutation(
    trpc.handovers.assign.mutationOptions({
      onSuccess: async (_, { userId }) => {
        await done(words.inbox.acts.assigned(nameOf(userId)));
        show(null);
      },
      onError: failed,
    }),
  );
  const ordered = (officers.data ?? []).toSorted((one, other) => rankOf(one, language) - rankOf(other, language));
  return (
    <Sheet title={texts.title} description={texts.body} closeLabel={words.close} isOpen onClose={() => show(null)}>
      {officers.isPending ? <Spinner label={texts.loading} className="text-sm text-ink-soft" /> : null}
      {officers.isError ? (
        <p role="alert" className="text-sm text-danger">
          {problemOf(officers.error)}
        </p>
      ) : null}
      <CommandList label={texts.title} placeholder={texts.search} empty={texts.empty} className="max-h-80">
        {ordered.map((officer) => (
          <CommandItem
            key={officer.id}
            value={officer.id}
            keywords={[officer.name]}
            isDisabled={assigning.isPending}
            onSelect={() => assigning.mutate({ contactId, userId: officer.id })}
          >
            <Choice officer={officer} isMe={officer.id === myId} />
          </CommandItem>
        ))}
      </CommandList>
    </Sheet>
  );
}

function Choice({ officer, isMe }: { readonly officer: Officer; readonly isMe: boolean }): ReactElement {
  const { name, languages, isAvailable, open } = officer;
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
      <span className="font-medium">{isMe ? `${name} (${texts.me})` : name}</span>
      <span className="text-xs text-ink-soft">{languages.map(languageName).join(', ')}</span>
      <span className="ml-auto text-xs text-ink-faint tabular-nums">{texts.open(open)}</span>
      {isAvailable ? null : <Badge tone="mark">{texts.away}</Badge>}
    </span>
  );
}

/** Available before away, the customer's language before others. */
function rankOf({ isAvailable, languages }: Officer, language: string): number {
  return (isAvailable ? 0 : 2) + (languages.includes(language) ? 0 : 1);
}
