'use client';

import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { PasswordField } from './PasswordField';
import { strengthOf } from './strength-of';

const texts = words.entry.strength;

type Props = {
  readonly label: string;
  readonly value: string;
  /** Their name and e-mail, which others know. */
  readonly known: readonly string[];
  readonly onChange: (password: string) => void;
};

/** A password that is being chosen, with its strength in words. */
export function NewPasswordField({ label, value, known, onChange }: Props): ReactElement {
  const parts = known.flatMap((word) => word.split(/[\s@]+/));
  const strength = strengthOf(value, parts);
  const hint = strength.kind === 'short' ? texts.short(strength.missing) : texts[strength.kind];
  return <PasswordField label={label} value={value} autoComplete="new-password" hint={hint} onChange={onChange} />;
}
