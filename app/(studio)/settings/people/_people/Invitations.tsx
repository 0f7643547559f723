'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { writeTime } from '../../../_time/write-time';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';

const texts = words.people.invitations;

/** Who was invited and has not come: nothing while there is nobody. */
export function Invitations(): ReactElement | null {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const invitations = useQuery(trpc.people.invitations.queryOptions());
  const withdrawing = useMutation(
    trpc.people.withdrawInvitation.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.people.invitations.queryKey() }),
    }),
  );
  if (!invitations.data || invitations.data.length === 0) return null;
  return (
    <section aria-labelledby="invitations" className="mt-10">
      <h2 id="invitations" className="text-lg font-semibold">
        {texts.title}
      </h2>
      {withdrawing.error ? (
        <p role="alert" className="text-sm text-danger">
          {texts.notWithdrawn} {problemOf(withdrawing.error)}
        </p>
      ) : null}
      <ul aria-labelledby="invitations" className="hairlines mt-3 border-y border-line">
        {invitations.data.map(({ id, name, email, role, expiresAt, isExpired }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5 text-sm">
            <span className="min-w-0 flex-1 basis-56 wrap-anywhere">
              <span className="font-medium">{name}</span> <span className="text-ink-faint">{email}</span>
            </span>
            <Badge>{words.roles[role].label}</Badge>
            <span className="text-xs text-ink-faint">
              {isExpired ? texts.expired : texts.until(writeTime(expiresAt))}
            </span>
            <Button
              look="bare"
              aria-label={texts.withdrawName(name ?? email)}
              disabled={withdrawing.isPending}
              onClick={() => withdrawing.mutate({ id })}
            >
              {texts.withdraw}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
