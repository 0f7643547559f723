'use client';

import { type ReactElement, useState } from 'react';
import type { AppSetup } from './app-setup';
import { BackupCodes } from './BackupCodes';
import { ConfirmApp } from './ConfirmApp';
import { TurnOn } from './TurnOn';

type Step =
  | Readonly<{ type: 'password' }>
  | Readonly<{ type: 'confirming'; setup: AppSetup }>
  | Readonly<{ type: 'saving'; backupCodes: readonly string[] }>;

type Props = {
  /** How one leaves it undone, when the app has not been confirmed yet. */
  readonly cancelLabel: string;
  /** It is on; the backup codes are still to be saved. */
  readonly onConfirmed?: () => void;
  readonly onDone: () => void;
};

/** Sets a second factor up, in three steps: the password, the app, the backup codes. */
export function SetUp({ cancelLabel, onConfirmed, onDone }: Props): ReactElement {
  const [step, setStep] = useState<Step>({ type: 'password' });
  switch (step.type) {
    case 'password':
      return <TurnOn onSetup={(setup) => setStep({ type: 'confirming', setup })} />;
    case 'confirming':
      return (
        <ConfirmApp
          setup={step.setup}
          cancelLabel={cancelLabel}
          onConfirmed={() => {
            setStep({ type: 'saving', backupCodes: step.setup.backupCodes });
            onConfirmed?.();
          }}
          onCancel={() => setStep({ type: 'password' })}
        />
      );
    case 'saving':
      return <BackupCodes codes={step.backupCodes} onDone={onDone} />;
    default:
      return step satisfies never;
  }
}
