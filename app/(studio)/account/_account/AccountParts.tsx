'use client';

import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import { Part } from './Part';
import { PasswordForm } from './PasswordForm';
import { Sessions } from './Sessions';
import { SecondFactor } from './second-factor/SecondFactor';
import { YouForm } from './YouForm';

const texts = words.account;

/** Everything about who is signed in that they may change themselves. */
export function AccountParts(): ReactElement {
  const account = useQuery(useTRPC().account.me.queryOptions());
  if (account.data) {
    return (
      <div className="hairlines mt-2">
        <Part title={texts.you} body={texts.youBody}>
          <YouForm account={account.data} />
        </Part>
        <Part title={texts.password.title} body={texts.password.body}>
          <PasswordForm account={account.data} />
        </Part>
        <Part title={texts.secondFactor.title} body={texts.secondFactor.body}>
          <SecondFactor account={account.data} />
        </Part>
        <Part title={texts.sessions.title} body={texts.sessions.body}>
          <Sessions />
        </Part>
      </div>
    );
  }
  if (account.isPending) return <Spinner label={texts.loading} className="mt-6 text-sm text-ink-soft" />;
  return (
    <Notice
      icon={TriangleAlert}
      kind="problem"
      title={texts.problem}
      action={<Button onClick={() => void account.refetch()}>{words.problem.retry}</Button>}
    >
      {problemOf(account.error)}
    </Notice>
  );
}
