'use client';

import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { authClient } from '../auth-client';
import { PasswordField } from '../PasswordField';
import { Refusal } from './Refusal';
import { useAttempt } from './use-attempt';

const texts = words.entry.signIn;

type Props = {
  /** Their e-mail where we know it: then only the password is missing. */
  readonly known: string;
  readonly onDone: () => void;
  readonly onSecondFactor: () => void;
};

/** E-mail and password. */
export function PasswordStep({ known, onDone, onSecondFactor }: Props): ReactElement {
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const attempt = useAttempt();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await attempt.run(() => authClient.signIn.email({ email: email.trim(), password }));
    if (answer === null) return;
    if (isSecondFactorWanted(answer)) onSecondFactor();
    else onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <TextField
        label={texts.email}
        type="email"
        value={email}
        required
        // The first thing to do here, and nothing else on the page.
        autoFocus={known === ''}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => setEmail(event.target.value)}
      />
      <PasswordField
        label={texts.password}
        value={password}
        autoComplete="current-password"
        isFirst={known !== ''}
        onChange={setPassword}
      />
      <Refusal refusal={attempt.refusal} wrong={texts.wrong} />
      <Button type="submit" look="primary" isBusy={attempt.isBusy}>
        {texts.submit}
      </Button>
    </form>
  );
}

function isSecondFactorWanted(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'twoFactorRedirect' in answer;
}
