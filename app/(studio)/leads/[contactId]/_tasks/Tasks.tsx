'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { type FormEvent, type ReactElement, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/app/_ui/Button';
import { classNames } from '@/app/_ui/class-names';
import { IconButton } from '@/app/_ui/IconButton';
import { Spinner } from '@/app/_ui/Spinner';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { useMinute } from '../../../_lead/use-minute';
import { useMe } from '../../../_me/use-me';
import { writeTime } from '../../../_time/write-time';
import { problemOf } from '../../../_trpc/problem-of';
import { readAgain } from '../../../_trpc/read-again';
import { useTRPC } from '../../../_trpc/trpc';
import type { Task } from '../lead-page-types';
import { Section } from '../Section';

const texts = words.leadPage.tasks;
const LONGEST_TITLE = 300;

/** What officers have to do for a lead. */
export function Tasks({ contactId }: { readonly contactId: string }): ReactElement {
  const tasks = useQuery(useTRPC().tasks.list.queryOptions({ contactId }));
  const acts = useTaskActs(contactId);
  return (
    <Section title={texts.title}>
      {tasks.isPending ? <Spinner label={texts.loading} className="text-sm text-ink-soft" /> : null}
      {tasks.isError ? (
        <p role="alert" className="text-sm text-danger">
          {texts.problem} {problemOf(tasks.error)}
        </p>
      ) : null}
      {tasks.data?.length === 0 ? <p className="text-sm text-ink-soft">{texts.none}</p> : null}
      <ul className="hairlines">
        {tasks.data?.map((task) => (
          <TaskLine
            key={task.id}
            task={task}
            isDone={acts.isDone(task)}
            onDone={(isDone) => acts.done(task.id, isDone)}
            onRemove={() => acts.remove(task.id)}
          />
        ))}
      </ul>
      <AddTask isBusy={acts.isAdding} onAdd={acts.add} />
    </Section>
  );
}

type LineProps = {
  readonly task: Task;
  readonly isDone: boolean;
  readonly onDone: (isDone: boolean) => void;
  readonly onRemove: () => void;
};

function TaskLine({ task, isDone, onDone, onRemove }: LineProps): ReactElement {
  const now = useMinute();
  const isLate = !isDone && task.dueAt !== null && Date.parse(task.dueAt) < now.getTime();
  return (
    <li className="flex items-start gap-2.5 py-1.5">
      <input
        type="checkbox"
        aria-label={texts.done(task.title)}
        checked={isDone}
        onChange={(event) => onDone(event.target.checked)}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <div className="min-w-0 flex-1">
        <p className={classNames('text-sm wrap-anywhere', isDone && 'text-ink-faint line-through')}>{task.title}</p>
        <p className={classNames('text-xs', isLate ? 'font-medium text-danger' : 'text-ink-faint')}>
          {[task.assignee?.name, sayDue(task.dueAt, isLate ? texts.overdue : texts.by)]
            .filter((part) => part)
            .join(' · ')}
        </p>
      </div>
      <IconButton icon={Trash2} label={texts.remove(task.title)} onClick={onRemove} className="size-7" />
    </li>
  );
}

function sayDue(dueAt: string | null, say: (time: string) => string): string | null {
  return dueAt === null ? null : say(writeTime(dueAt));
}

type NewTask = Readonly<{ title: string; dueAt: string | null }>;
type AddProps = { readonly isBusy: boolean; readonly onAdd: (task: NewTask, onAdded: () => void) => void };

function AddTask({ isBusy, onAdd }: AddProps): ReactElement {
  const [title, setTitle] = useState('');
  const [due, setDue] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const at = new Date(due);
    const dueAt = due === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
    const clear = (): void => {
      setTitle('');
      setDue('');
    };
    if (title.trim() !== '') onAdd({ title: title.trim(), dueAt }, clear);
  };
  return (
    <form onSubmit={submit} className="mt-2 flex flex-wrap items-end gap-2">
      <TextField
        label={texts.what}
        value={title}
        maxLength={LONGEST_TITLE}
        autoComplete="off"
        onChange={(event) => setTitle(event.target.value)}
        className="flex-1 basis-44"
      />
      <TextField
        label={texts.due}
        type="datetime-local"
        value={due}
        onChange={(event) => setDue(event.target.value)}
        className="basis-40"
      />
      <Button type="submit" isBusy={isBusy} disabled={title.trim() === ''}>
        {texts.add}
      </Button>
    </form>
  );
}

function useTaskActs(contactId: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const me = useMe();
  const options = {
    onSettled: async () => {
      // What happened with the lead tells of it too.
      void queries.invalidateQueries({ queryKey: trpc.leads.pathKey() });
      await readAgain(queries, trpc.tasks.pathKey());
    },
    onError: (error: unknown) => {
      toast.error(texts.notSaved, { description: problemOf(error) });
    },
  };
  const adding = useMutation(trpc.tasks.add.mutationOptions(options));
  const doing = useMutation(trpc.tasks.done.mutationOptions(options));
  const removing = useMutation(trpc.tasks.remove.mutationOptions(options));
  return {
    isAdding: adding.isPending,
    add: (task: NewTask, onAdded: () => void): void =>
      adding.mutate({ contactId, assigneeId: me.id, ...task }, { onSuccess: onAdded }),
    /** As it was pressed, before the server has said so. */
    isDone: ({ id, doneAt }: Task): boolean =>
      doing.isPending && doing.variables.id === id ? doing.variables.isDone : doneAt !== null,
    done: (id: string, isDone: boolean): void => doing.mutate({ id, isDone }),
    remove: (id: string): void => removing.mutate({ id }),
  };
}
