'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { authClient } from '@/app/_auth/auth-client';
import { NewPasswordField } from '@/app/_auth/NewPasswordField';
import { PasswordField } from '@/app/_auth/PasswordField';
import { Refusal } from '@/app/_auth/sign-in/Refusal';
import { useAttempt } from '@/app/_auth/sign-in/use-attempt';
import { LEAST_PASSWORD } from '@/app/_auth/strength-of';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { useTRPC } from '../../_trpc/trpc';
import type { Account } from './account-types';
import { Outcome } from './Outcome';

const texts = words.account.password;

/** Another password; every other session ends with the old one. */
export function PasswordForm({ account: { name, email } }: { readonly account: Account }): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [isChanged, setIsChanged] = useState(false);
  const attempt = useAttempt();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsChanged(false);
    const passwords = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
    if ((await attempt.run(() => authClient.changePassword(passwords))) === null) return;
    setCurrent('');
    setNext('');
    setIsChanged(true);
    await queries.invalidateQueries({ queryKey: trpc.account.sessions.queryKey() });
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <PasswordField label={texts.current} value={current} autoComplete="current-password" onChange={setCurrent} />
      <NewPasswordField label={texts.next} value={next} known={[name, email]} onChange={setNext} />
      <Refusal refusal={attempt.refusal} wrong={texts.wrong} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button
          type="submit"
          isBusy={attempt.isBusy}
          disabled={current === '' || Array.from(next).length < LEAST_PASSWORD}
        >
          {texts.change}
        </Button>
        <Outcome problem={null} done={isChanged ? texts.changed : null} />
      </div>
    </form>
  );
}
