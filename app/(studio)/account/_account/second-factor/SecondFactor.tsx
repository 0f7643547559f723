'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { BackupCodes } from '@/app/_auth/second-factor/BackupCodes';
import { SetUp } from '@/app/_auth/second-factor/SetUp';
import { words } from '@/app/_words/en';
import { readAgain } from '../../../_trpc/read-again';
import { useTRPC } from '../../../_trpc/trpc';
import type { Account } from '../account-types';
import { TurnOff } from './TurnOff';

const texts = words.account.secondFactor;

type Step =
  | Readonly<{ type: 'rest' }>
  /** It is on already, and its first backup codes are on the screen. */
  | Readonly<{ type: 'settingUp' }>
  | Readonly<{ type: 'saving'; backupCodes: readonly string[] }>;

/** Turns the second factor on or off, and makes new backup codes. */
export function SecondFactor({ account }: { readonly account: Account }): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [step, setStep] = useState<Step>({ type: 'rest' });
  const again = () => readAgain(queries, trpc.account.pathKey());
  const rest = () => setStep({ type: 'rest' });
  if (step.type === 'saving') return <BackupCodes codes={step.backupCodes} onDone={rest} />;
  return (
    <>
      <p role="status" className="text-sm font-medium">
        {account.hasSecondFactor ? texts.isOn : texts.isOff}
      </p>
      {account.hasSecondFactor && step.type === 'rest' ? (
        <TurnOff onNewCodes={(backupCodes) => setStep({ type: 'saving', backupCodes })} onOff={() => void again()} />
      ) : (
        <SetUp
          cancelLabel={texts.cancel}
          onConfirmed={() => {
            setStep({ type: 'settingUp' });
            void again();
          }}
          onDone={rest}
        />
      )}
    </>
  );
}
