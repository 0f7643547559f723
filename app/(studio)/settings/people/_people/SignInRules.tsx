'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Checkbox } from '@/app/_ui/Checkbox';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { readAgain } from '../../../_trpc/read-again';
import { useTRPC } from '../../../_trpc/trpc';
import type { Person } from './people-types';

const texts = words.people.signIn;

/** What owners decide about signing in, and whom it concerns. */
export function SignInRules({ people }: { readonly people: readonly Person[] }): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const settings = useQuery(trpc.people.settings.queryOptions());
  const saving = useMutation(
    trpc.people.saveSettings.mutationOptions({ onSuccess: () => readAgain(queries, trpc.people.settings.queryKey()) }),
  );
  const without = people.filter(isBare);
  return (
    <section aria-labelledby="sign-in-rules" className="mt-10 flex flex-col gap-3">
      <h2 id="sign-in-rules" className="text-sm font-semibold">
        {texts.title}
      </h2>
      {settings.isPending ? <Spinner label={texts.loading} className="text-sm text-ink-soft" /> : null}
      {settings.isError && !settings.data ? (
        <p role="alert" className="text-sm text-danger wrap-anywhere">
          {texts.problem} {problemOf(settings.error)}{' '}
          <Button look="bare" onClick={() => void settings.refetch()}>
            {words.problem.retry}
          </Button>
        </p>
      ) : null}
      {settings.data ? (
        <Checkbox
          label={texts.secondFactor}
          body={texts.secondFactorBody}
          isChecked={(saving.isPending ? saving.variables : settings.data).ownersNeedSecondFactor}
          onChange={(isChecked) => saving.mutate({ ownersNeedSecondFactor: isChecked })}
        />
      ) : null}
      <p className="text-sm text-ink-soft wrap-anywhere">
        {without.length === 0 ? texts.allHave : texts.without(without.map(({ name }) => name).join(', '))}
      </p>
      {saving.error ? (
        <p role="alert" className="text-sm text-danger wrap-anywhere">
          {texts.notSaved} {problemOf(saving.error)}
        </p>
      ) : null}
    </section>
  );
}

function isBare({ role, isDisabled, hasSecondFactor }: Pick<Person, 'role' | 'isDisabled' | 'hasSecondFactor'>) {
  return role === 'owner' && !isDisabled && !hasSecondFactor;
}
