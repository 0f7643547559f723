'use client';

import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Copyable } from '@/app/_copy/Copyable';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';

const texts = words.people.changing;

/** Makes a link by which somebody chooses a new password, and shows it once. */
export function PasswordLink({ userId }: { readonly userId: string }): ReactElement {
  const making = useMutation(useTRPC().people.passwordLink.mutationOptions());
  if (making.data) {
    return (
      <div className="flex flex-col gap-2">
        <Copyable label={words.people.inviting.link} text={making.data.link} />
        <p role="status" className="text-sm text-ink-soft">
          {texts.linkBody}
        </p>
      </div>
    );
  }
  return (
    <>
      {making.error ? (
        <p role="alert" className="text-sm text-danger wrap-anywhere">
          {words.people.inviting.notMade} {problemOf(making.error)}
        </p>
      ) : null}
      <Button isBusy={making.isPending} onClick={() => making.mutate({ userId })} className="self-start">
        {texts.makeLink}
      </Button>
    </>
  );
}
