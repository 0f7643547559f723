'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { readAgain } from '../../../_trpc/read-again';
import { useTRPC } from '../../../_trpc/trpc';
import type { Person } from './people-types';
import { RoleChoice } from './RoleChoice';
import { sayReleased } from './say-released';

const texts = words.people.changing;

/** Gives somebody another role, and says where their work went. */
export function RoleForm({ person }: { readonly person: Person }): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [role, setRole] = useState(person.role);
  const changing = useMutation(
    trpc.people.changeRole.mutationOptions({ onSuccess: () => readAgain(queries, trpc.people.list.queryKey()) }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    changing.mutate({ userId: person.id, role });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <RoleChoice label={texts.role} role={role} onChange={setRole} />
      {changing.error ? (
        <p role="alert" className="text-sm text-danger wrap-anywhere">
          {texts.failed} {problemOf(changing.error)}
        </p>
      ) : null}
      <p role="status" className="text-sm text-ink-soft empty:hidden">
        {changing.data ? sayReleased(changing.data) : null}
      </p>
      {role === person.role ? null : (
        <Button type="submit" look="primary" isBusy={changing.isPending} className="self-end">
          {texts.changeRole}
        </Button>
      )}
    </form>
  );
}
