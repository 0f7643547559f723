'use client';

import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { authClient } from '../auth-client';
import { PasswordField } from '../PasswordField';
import { Refusal } from '../sign-in/Refusal';
import { useAttempt } from '../sign-in/use-attempt';
import type { AppSetup } from './app-setup';

const texts = words.account.secondFactor;

/** Asks for the password, and for what the app has to know. */
export function TurnOn({ onSetup }: { readonly onSetup: (setup: AppSetup) => void }): ReactElement {
  const [password, setPassword] = useState('');
  const attempt = useAttempt();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const setup = await attempt.run(() => authClient.twoFactor.enable({ password }));
    if (setup && 'totpURI' in setup) onSetup(setup);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
      <PasswordField label={texts.password} value={password} autoComplete="current-password" onChange={setPassword} />
      <Refusal refusal={attempt.refusal} wrong={texts.wrongPassword} />
      <Button type="submit" isBusy={attempt.isBusy} disabled={password === ''} className="self-start">
        {texts.begin}
      </Button>
    </form>
  );
}
