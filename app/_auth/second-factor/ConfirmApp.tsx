'use client';

import { type FormEvent, type ReactElement, useState } from 'react';
import { Copyable } from '@/app/_copy/Copyable';
import { Button } from '@/app/_ui/Button';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { authClient } from '../auth-client';
import { Refusal } from '../sign-in/Refusal';
import { useAttempt } from '../sign-in/use-attempt';
import type { AppSetup } from './app-setup';
import { QrCode } from './QrCode';

const texts = words.account.secondFactor;

type Props = {
  readonly setup: AppSetup;
  readonly cancelLabel: string;
  readonly onConfirmed: () => void;
  readonly onCancel: () => void;
};

/** The app learns the key; a first code proves that it did. Until then the second factor is off. */
export function ConfirmApp({ setup, cancelLabel, onConfirmed, onCancel }: Props): ReactElement {
  const [code, setCode] = useState('');
  const attempt = useAttempt();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const typed = { code: code.replaceAll(/\s/g, '') };
    if (await attempt.run(() => authClient.twoFactor.verifyTotp(typed))) onConfirmed();
  };
  const key = new URL(setup.totpURI).searchParams.get('secret') ?? '';
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <p className="text-sm">{texts.scan}</p>
      <QrCode text={setup.totpURI} label={texts.qr} />
      <p className="text-sm text-ink-soft">
        {texts.byHand} <Copyable label={texts.key} text={key} />
      </p>
      <TextField
        label={texts.code}
        value={code}
        required
        autoComplete="one-time-code"
        inputMode="numeric"
        onChange={(event) => setCode(event.target.value)}
        className="max-w-60"
      />
      <Refusal refusal={attempt.refusal} wrong={texts.wrongCode} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" isBusy={attempt.isBusy}>
          {texts.confirm}
        </Button>
        <Button look="bare" onClick={onCancel}>
          {cancelLabel}
        </Button>
      </div>
    </form>
  );
}
