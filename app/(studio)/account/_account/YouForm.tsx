'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Checkbox } from '@/app/_ui/Checkbox';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { LanguageToggles } from '../../_language/LanguageToggles';
import { problemOf } from '../../_trpc/problem-of';
import { readAgain } from '../../_trpc/read-again';
import { useTRPC } from '../../_trpc/trpc';
import type { Account } from './account-types';
import { Outcome } from './Outcome';

const texts = words.account;
const LONGEST_NAME = 100; // as long as the server takes it

/** What somebody is called, the languages that they speak, and whether they take conversations. */
export function YouForm({ account }: { readonly account: Account }): ReactElement {
  const [name, setName] = useState(account.name);
  const [languages, setLanguages] = useState(account.languages);
  const [isAvailable, setIsAvailable] = useState(account.isAvailable);
  const saving = useSaving();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saving.mutate({ name: name.trim(), languages: [...languages], isAvailable });
  };
  return (
    <form onSubmit={submit} onChange={() => saving.reset()} className="flex flex-col gap-4">
      <TextField
        label={texts.name}
        value={name}
        required
        maxLength={LONGEST_NAME}
        autoComplete="name"
        onChange={(event) => setName(event.target.value)}
      />
      <div className="text-sm">
        <p className="text-xs font-medium text-ink-soft">{texts.email}</p>
        <p className="wrap-anywhere">{account.email}</p>
        <p className="text-xs text-ink-faint">{texts.emailHint}</p>
      </div>
      {account.role === 'viewer' ? null : (
        <>
          <div className="flex flex-col gap-1">
            <LanguageToggles label={texts.languages} languages={languages} onChange={setLanguages} />
            <p className="text-xs text-ink-faint">{texts.languagesHint}</p>
          </div>
          <Checkbox
            label={texts.available}
            body={texts.availableBody}
            isChecked={isAvailable}
            onChange={setIsAvailable}
          />
        </>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button type="submit" look="primary" isBusy={saving.isPending}>
          {texts.save}
        </Button>
        <Outcome
          problem={saving.error && `${texts.notSaved} ${problemOf(saving.error)}`}
          done={saving.isSuccess ? texts.saved : null}
        />
      </div>
    </form>
  );
}

function useSaving() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  return useMutation(
    trpc.account.update.mutationOptions({
      onSuccess: async () => {
        await readAgain(queries, trpc.account.pathKey());
        // The studio's frame knows the name from its own server part.
        router.refresh();
      },
    }),
  );
}
