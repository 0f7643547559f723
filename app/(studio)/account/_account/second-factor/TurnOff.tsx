'use client';

import { type ReactElement, useState } from 'react';
import { authClient } from '@/app/_auth/auth-client';
import { PasswordField } from '@/app/_auth/PasswordField';
import { Refusal } from '@/app/_auth/sign-in/Refusal';
import { useAttempt } from '@/app/_auth/sign-in/use-attempt';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';

const texts = words.account.secondFactor;

type Props = { readonly onNewCodes: (codes: readonly string[]) => void; readonly onOff: () => void };

/** With the password: other backup codes, or no second factor any more. */
export function TurnOff({ onNewCodes, onOff }: Props): ReactElement {
  const [password, setPassword] = useState('');
  const attempt = useAttempt();
  const end = async (): Promise<void> => {
    if (await attempt.run(() => authClient.twoFactor.disable({ password }))) onOff();
  };
  const renew = async (): Promise<void> => {
    const made = await attempt.run(() => authClient.twoFactor.generateBackupCodes({ password }));
    if (made) onNewCodes(made.backupCodes);
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void renew();
      }}
    >
      <PasswordField label={texts.password} value={password} autoComplete="current-password" onChange={setPassword} />
      <Refusal refusal={attempt.refusal} wrong={texts.wrongPassword} />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" disabled={password === '' || attempt.isBusy}>
          {texts.newCodes}
        </Button>
        <Button disabled={password === '' || attempt.isBusy} onClick={() => void end()} className="text-danger">
          {texts.end}
        </Button>
        <span className="text-xs text-ink-faint">{texts.newCodesBody}</span>
      </div>
    </form>
  );
}
