'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Copyable } from '@/app/_copy/Copyable';
import { Button } from '@/app/_ui/Button';
import { Sheet } from '@/app/_ui/Sheet';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import type { Role } from '@/server/auth/actor';
import { LanguageToggles } from '../../../_language/LanguageToggles';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import { RoleChoice } from './RoleChoice';

const texts = words.people.inviting;
const LONGEST_NAME = 100; // as long as the server takes it

/** Asks who is to come and as what, and shows the link to pass on. */
export function InviteSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const inviting = useMutation(
    trpc.people.invite.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.people.invitations.queryKey() }),
    }),
  );
  const made = inviting.isSuccess ? inviting.variables : null;
  return (
    <Sheet
      title={made ? texts.doneTitle(made.name) : texts.title}
      description={made ? texts.doneBody : texts.body}
      closeLabel={words.close}
      isPersistent={made !== null}
      isOpen
      onClose={onClose}
    >
      {inviting.data ? (
        <p className="pt-3">
          <Copyable label={texts.link} text={inviting.data.link} />
        </p>
      ) : (
        <InviteForm
          isBusy={inviting.isPending}
          problem={inviting.error && problemOf(inviting.error)}
          onSubmit={inviting.mutate}
        />
      )}
    </Sheet>
  );
}

type Invited = { readonly name: string; readonly email: string; readonly role: Role; readonly languages: string[] };

type FormProps = {
  readonly isBusy: boolean;
  readonly problem: string | null;
  readonly onSubmit: (invited: Invited) => void;
};

function InviteForm({ isBusy, problem, onSubmit }: FormProps): ReactElement {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('officer');
  const [languages, setLanguages] = useState<readonly string[]>([]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit({ name: name.trim(), email: email.trim(), role, languages: [...languages] });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4 pt-2">
      <TextField
        label={texts.name}
        value={name}
        required
        maxLength={LONGEST_NAME}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={texts.email}
        type="email"
        value={email}
        required
        autoComplete="off"
        onChange={(event) => setEmail(event.target.value)}
      />
      <RoleChoice label={texts.role} role={role} onChange={setRole} />
      {role === 'viewer' ? null : (
        <LanguageToggles label={words.people.languagesLabel} languages={languages} onChange={setLanguages} />
      )}
      {problem === null ? null : (
        <p role="alert" className="text-sm text-danger wrap-anywhere">
          {texts.notMade} {problem}
        </p>
      )}
      <Button type="submit" look="primary" isBusy={isBusy} className="self-end">
        {texts.submit}
      </Button>
    </form>
  );
}
