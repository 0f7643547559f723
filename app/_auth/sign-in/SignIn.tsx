'use client';

import { type ReactElement, useState } from 'react';
import { PasswordStep } from './PasswordStep';
import { SecondFactorStep } from './SecondFactorStep';

type Props = {
  /** Who was signed in here before. */
  readonly email?: string;
  /** They are signed in. */
  readonly onDone: () => void;
};

/** Signs somebody in: their password, and their second factor where they have one. */
export function SignIn({ email = '', onDone }: Props): ReactElement {
  const [step, setStep] = useState<'password' | 'secondFactor'>('password');
  if (step === 'secondFactor') return <SecondFactorStep onDone={onDone} onBack={() => setStep('password')} />;
  return <PasswordStep known={email} onDone={onDone} onSecondFactor={() => setStep('secondFactor')} />;
}
