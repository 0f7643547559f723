'use client';

import { useQuery } from '@tanstack/react-query';
import { TriangleAlert, UserPlus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import { Invitations } from './Invitations';
import { InviteSheet } from './InviteSheet';
import { PersonRow } from './PersonRow';
import { PersonSheet } from './PersonSheet';
import { SignInRules } from './SignInRules';

const texts = words.people;

/** Everybody who works here, those who were invited, and one of them opened. */
export function People(): ReactElement {
  const people = useQuery(useTRPC().people.list.queryOptions());
  const [isInviting, setIsInviting] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const opened = people.data?.find(({ id }) => id === openId);
  return (
    <div className="mx-auto max-w-4xl px-5 pt-8 pb-12 md:px-12 md:pt-10">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="text-xl font-semibold tracking-tight">{texts.title}</h1>
          <p className="mt-1 text-sm text-ink-soft">{texts.lead}</p>
        </div>
        <Button look="primary" onClick={() => setIsInviting(true)}>
          <UserPlus aria-hidden className="size-4" />
          {texts.invite}
        </Button>
      </div>
      {people.isPending ? <Spinner label={texts.loading} className="mt-8 text-sm text-ink-soft" /> : null}
      {people.data ? (
        <ul aria-label={texts.title} className="hairlines mt-6 border-y border-line">
          {people.data.map((person) => (
            <PersonRow key={person.id} person={person} onOpen={() => setOpenId(person.id)} />
          ))}
        </ul>
      ) : null}
      {people.isError && !people.data ? (
        <Notice
          icon={TriangleAlert}
          kind="problem"
          title={texts.problem}
          action={<Button onClick={() => void people.refetch()}>{words.problem.retry}</Button>}
        >
          {problemOf(people.error)}
        </Notice>
      ) : null}
      <Invitations />
      {people.data ? <SignInRules people={people.data} /> : null}
      {isInviting ? <InviteSheet onClose={() => setIsInviting(false)} /> : null}
      {opened ? (
        <PersonSheet
          key={opened.id}
          person={opened}
          owners={people.data?.filter(({ role, isDisabled }) => role === 'owner' && !isDisabled).length ?? 0}
          onClose={() => setOpenId(null)}
        />
      ) : null}
    </div>
  );
}
