'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/app/_ui/Button';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { useMe } from '../../../_me/use-me';
import { writeTime } from '../../../_time/write-time';
import { problemOf } from '../../../_trpc/problem-of';
import { readAgain } from '../../../_trpc/read-again';
import { useTRPC } from '../../../_trpc/trpc';
import type { Note } from '../lead-page-types';
import { Section } from '../Section';
import { NoteForm, type NoteText } from './NoteForm';

const texts = words.leadPage.notes;

/** What officers write for each other about a lead. */
export function Notes({ contactId }: { readonly contactId: string }): ReactElement {
  const notes = useQuery(useTRPC().notes.list.queryOptions({ contactId }));
  const acts = useNoteActs(contactId);
  return (
    <Section title={texts.title} lead={texts.lead}>
      <NoteForm act={texts.save} isBusy={acts.isAdding} onSave={acts.add} />
      {notes.isPending ? <Spinner label={texts.loading} className="mt-2 text-sm text-ink-soft" /> : null}
      {notes.isError ? (
        <p role="alert" className="mt-2 text-sm text-danger">
          {texts.problem} {problemOf(notes.error)}
        </p>
      ) : null}
      {notes.data?.length === 0 ? <p className="mt-2 text-sm text-ink-soft">{texts.none}</p> : null}
      <ul className="mt-2 flex flex-col gap-2">
        {notes.data?.map((note) => (
          <NoteCard key={note.id} note={note} acts={acts} />
        ))}
      </ul>
    </Section>
  );
}

type CardProps = { readonly note: Note; readonly acts: ReturnType<typeof useNoteActs> };

function NoteCard({ note, acts }: CardProps): ReactElement {
  const me = useMe();
  const [isEditing, setIsEditing] = useState(false);
  const isMine = note.author.id === me.id;
  return (
    <li className="rounded-xl bg-mark-soft px-3 py-2.5 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-mark-ink">
        <span className="font-semibold">{note.author.name}</span>
        <time dateTime={note.createdAt}>{writeTime(note.createdAt)}</time>
        {note.editedAt === null ? null : <span>{texts.edited}</span>}
      </p>
      {isEditing ? (
        <NoteForm
          act={texts.saveChange}
          initial={note.body}
          isBusy={acts.isEditing}
          onSave={(text) => acts.edit(note.id, text, () => setIsEditing(false))}
          onCancel={() => setIsEditing(false)}
        />
      ) : (
        <p className="whitespace-pre-line wrap-anywhere">{note.body}</p>
      )}
      {isEditing || !(isMine || me.role === 'owner') ? null : (
        <p className="-mx-2 flex">
          {isMine ? (
            <Button look="bare" className="min-h-7 px-2 text-xs" onClick={() => setIsEditing(true)}>
              {texts.edit}
            </Button>
          ) : null}
          <Button look="bare" className="min-h-7 px-2 text-xs" onClick={() => acts.remove(note.id)}>
            {texts.remove}
          </Button>
        </p>
      )}
    </li>
  );
}

function useNoteActs(contactId: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const options = {
    onSettled: async () => {
      // What happened with the lead tells of it too.
      void queries.invalidateQueries({ queryKey: trpc.leads.pathKey() });
      await readAgain(queries, trpc.notes.pathKey());
    },
    onError: (error: unknown) => {
      toast.error(texts.notSaved, { description: problemOf(error) });
    },
  };
  const adding = useMutation(trpc.notes.add.mutationOptions(options));
  const editing = useMutation(trpc.notes.edit.mutationOptions(options));
  const removing = useMutation(trpc.notes.remove.mutationOptions(options));
  return {
    isAdding: adding.isPending,
    isEditing: editing.isPending,
    add: (text: NoteText, onSaved: () => void): void => adding.mutate({ contactId, ...text }, { onSuccess: onSaved }),
    edit: (id: string, text: NoteText, onSaved: () => void): void =>
      editing.mutate({ id, contactId, ...text }, { onSuccess: onSaved }),
    remove: (id: string): void => removing.mutate({ id, contactId }),
  };
}
