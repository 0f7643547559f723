'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { words } from '@/app/_words/en';
import { readAgain } from '../../../_trpc/read-again';
import { useTRPC } from '../../../_trpc/trpc';
import type { Account } from '../account-types';
import type { AppSetup } from './app-setup';
import { BackupCodes } from './BackupCodes';
import { ConfirmApp } from './ConfirmApp';
import { TurnOff } from './TurnOff';
import { TurnOn } from './TurnOn';

const texts = words.account.secondFactor;

type Step =
  | Readonly<{ type: 'rest' }>
  | Readonly<{ type: 'confirming'; setup: AppSetup }>
  | Readonly<{ type: 'saving'; backupCodes: readonly string[] }>;

/** Turns the second factor on, in three steps, or off. */
export function SecondFactor({ account }: { readonly account: Account }): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [step, setStep] = useState<Step>({ type: 'rest' });
  const again = () => readAgain(queries, trpc.account.pathKey());
  const rest = () => setStep({ type: 'rest' });
  switch (step.type) {
    case 'confirming':
      return (
        <ConfirmApp
          setup={step.setup}
          onConfirmed={() => {
            setStep({ type: 'saving', backupCodes: step.setup.backupCodes });
            void again();
          }}
          onCancel={rest}
        />
      );
    case 'saving':
      return <BackupCodes codes={step.backupCodes} onDone={rest} />;
    case 'rest':
      return (
        <>
          <p role="status" className="text-sm font-medium">
            {account.hasSecondFactor ? texts.isOn : texts.isOff}
          </p>
          {account.hasSecondFactor ? (
            <TurnOff
              onNewCodes={(backupCodes) => setStep({ type: 'saving', backupCodes })}
              onOff={() => void again()}
            />
          ) : (
            <TurnOn onSetup={(setup) => setStep({ type: 'confirming', setup })} />
          )}
        </>
      );
    default:
      return step satisfies never;
  }
}
