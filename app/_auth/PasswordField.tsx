'use client';

import { Eye, EyeOff } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { LONGEST_PASSWORD } from './strength-of';

const texts = words.entry.passwordField;

type Props = {
  readonly label: string;
  readonly value: string;
  readonly autoComplete: 'current-password' | 'new-password';
  /** How it stands with what was typed: read out when it changes. */
  readonly hint?: string;
  /** The first thing to do where it stands. */
  readonly isFirst?: boolean;
  readonly onChange: (password: string) => void;
};

/** A password, hidden until one asks to see it. */
export function PasswordField({ label, value, autoComplete, hint, isFirst = false, onChange }: Props): ReactElement {
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-xs font-medium text-ink-soft">
        {label}
      </label>
      <div className="relative">
        <input
          id={id}
          type={isShown ? 'text' : 'password'}
          value={value}
          required
          // biome-ignore lint/a11y/noAutofocus: where it is the first thing to do, nothing else is there to be read before.
          autoFocus={isFirst}
          maxLength={LONGEST_PASSWORD}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={(event) => onChange(event.target.value)}
          className="min-h-9 w-full rounded-lg border border-line bg-surface py-1 pr-11 pl-3 text-sm shadow-card hover:border-line-strong max-md:text-base"
        />
        <IconButton
          icon={isShown ? EyeOff : Eye}
          label={isShown ? texts.hide : texts.show}
          onClick={() => setIsShown(!isShown)}
          className="absolute top-1/2 right-0.5 size-8 -translate-y-1/2"
        />
      </div>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} role="status" className="text-xs text-ink-faint">
          {hint}
        </p>
      )}
    </div>
  );
}
