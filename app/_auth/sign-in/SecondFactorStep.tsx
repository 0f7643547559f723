'use client';

import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { authClient } from '../auth-client';
import { Refusal } from './Refusal';
import { useAttempt } from './use-attempt';

const texts = words.entry.secondFactor;

type Props = { readonly onDone: () => void; readonly onBack: () => void };

/** The code of their authenticator app, or one of the backup codes. */
export function SecondFactorStep({ onDone, onBack }: Props): ReactElement {
  const [way, setWay] = useState<'totp' | 'backup'>('totp');
  const isBackup = way === 'backup';
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h2 className="text-base font-semibold">{texts.title}</h2>
        <p className="text-sm text-ink-soft">{isBackup ? texts.backupLead : texts.codeLead}</p>
      </div>
      <CodeForm key={way} way={way} onDone={onDone} />
      <div className="flex flex-wrap justify-between gap-2">
        <Button look="bare" onClick={() => setWay(isBackup ? 'totp' : 'backup')} className="-mx-3.5">
          {isBackup ? texts.useCode : texts.useBackup}
        </Button>
        <Button look="bare" onClick={onBack} className="-mx-3.5">
          {texts.back}
        </Button>
      </div>
    </div>
  );
}

type FormProps = { readonly way: 'totp' | 'backup'; readonly onDone: () => void };

function CodeForm({ way, onDone }: FormProps): ReactElement {
  const [code, setCode] = useState('');
  const attempt = useAttempt();
  const isBackup = way === 'backup';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const typed = { code: code.replaceAll(/\s/g, '') };
    const ask = () =>
      isBackup ? authClient.twoFactor.verifyBackupCode(typed) : authClient.twoFactor.verifyTotp(typed);
    if ((await attempt.run<unknown>(ask)) !== null) onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <TextField
        label={isBackup ? texts.backupCode : texts.code}
        value={code}
        required
        autoFocus
        autoComplete="one-time-code"
        inputMode={isBackup ? 'text' : 'numeric'}
        onChange={(event) => setCode(event.target.value)}
      />
      <Refusal refusal={attempt.refusal} wrong={isBackup ? texts.wrongBackup : texts.wrong} />
      <Button type="submit" look="primary" isBusy={attempt.isBusy}>
        {texts.submit}
      </Button>
    </form>
  );
}
