'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { AtSign } from 'lucide-react';
import { type ReactElement, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '@/app/_ui/Button';
import { IconButton } from '@/app/_ui/IconButton';
import { Menu, MenuItem } from '@/app/_ui/Menu';
import { words } from '@/app/_words/en';
import { draftsStore } from '../../_drafts/drafts-store';
import { problemOf } from '../../_trpc/problem-of';
import { readAgain } from '../../_trpc/read-again';
import { useTRPC } from '../../_trpc/trpc';
import type { Officer } from '../inbox-types';
import { WritingField } from './WritingField';

const texts = words.inbox.composer;

/** The field for a note to colleagues; it can be written whoever has the conversation. */
export function NoteBox({ contactId }: { readonly contactId: string }): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const drafts = useSyncExternalStore(draftsStore.subscribe, draftsStore.read, draftsStore.readOnServer);
  const text = draftsStore.of(drafts, contactId).note;
  const setText = (note: string): void => draftsStore.type(contactId, { note });
  const officers = useQuery(trpc.handovers.officers.queryOptions());
  const field = useRef<HTMLTextAreaElement>(null);
  const adding = useMutation(
    trpc.notes.add.mutationOptions({
      onSuccess: async () => {
        await readAgain(queries, trpc.notes.pathKey());
        setText('');
      },
    }),
  );
  const add = (): void => {
    if (text.trim() === '' || adding.isPending) return;
    adding.mutate({ contactId, body: text.trim(), mentions: mentionedIn(text, officers.data ?? []) });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      className="px-3 pt-2 pb-3"
    >
      <WritingField
        field={field}
        tab="note"
        label={texts.note}
        value={text}
        language="en"
        onChange={setText}
        onSend={add}
      />
      {adding.error ? (
        <p role="alert" className="mt-1 text-xs text-danger">
          {texts.notSent} {problemOf(adding.error)}
        </p>
      ) : null}
      <div className="mt-1 flex items-center">
        <MentionMenu
          officers={officers.data ?? []}
          onPick={(name) => {
            setText(`${text}${text === '' || text.endsWith(' ') ? '' : ' '}@${name} `);
            field.current?.focus();
          }}
        />
        <span className="flex-1" />
        <Button type="submit" look="primary" isBusy={adding.isPending} disabled={text.trim() === ''}>
          {texts.addNote}
        </Button>
      </div>
    </form>
  );
}

type MentionProps = { readonly officers: readonly Officer[]; readonly onPick: (name: string) => void };

function MentionMenu({ officers, onPick }: MentionProps): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const trigger = (
    <IconButton icon={AtSign} label={texts.mention} aria-haspopup="menu" onClick={() => setIsOpen(true)} />
  );
  if (!isOpen) return trigger;
  return (
    <Menu label={texts.mention} trigger={trigger} onClose={() => setIsOpen(false)} returnFocus={() => undefined}>
      {officers.map(({ id, name }) => (
        <MenuItem key={id} onSelect={() => onPick(name)}>
          {name}
        </MenuItem>
      ))}
    </Menu>
  );
}

/** The ids of those whose names stand after an @. */
function mentionedIn(text: string, officers: readonly Officer[]): string[] {
  return officers.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
}
