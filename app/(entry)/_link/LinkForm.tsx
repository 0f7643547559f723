'use client';

import { type FormEvent, type ReactElement, useState } from 'react';
import { NewPasswordField } from '@/app/_auth/NewPasswordField';
import { LEAST_PASSWORD } from '@/app/_auth/strength-of';
import { Button } from '@/app/_ui/Button';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { useLink } from './use-link';

const texts = words.entry.links;
const LONGEST_NAME = 100; // as long as the server takes it

export type LinkKind = 'setup' | 'invitation' | 'password';

type Props = {
  readonly kind: LinkKind;
  readonly token: string;
  /** As whoever made the link wrote them; null: they are asked for. */
  readonly name: string | null;
  readonly email: string | null;
};

/** Who somebody is, and the password that they choose. */
export function LinkForm({ kind, token, name: knownName, email: knownEmail }: Props): ReactElement {
  const [name, setName] = useState(knownName ?? '');
  const [email, setEmail] = useState(knownEmail ?? '');
  const [password, setPassword] = useState('');
  const link = useLink(token);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const who = {
      ...(kind === 'password' ? {} : { name: name.trim() }),
      ...(knownEmail ? {} : { email: email.trim() }),
    };
    void link.use({ ...who, password });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {kind === 'password' ? null : (
        <div className="flex flex-col gap-1">
          <TextField
            label={texts.name}
            value={name}
            required
            maxLength={LONGEST_NAME}
            autoComplete="name"
            onChange={(event) => setName(event.target.value)}
          />
          <p className="text-xs text-ink-faint">{texts.nameHint}</p>
        </div>
      )}
      <TextField
        label={texts.email}
        type="email"
        value={email}
        required
        readOnly={knownEmail !== null}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => setEmail(event.target.value)}
      />
      <NewPasswordField label={texts.newPassword} value={password} known={[name, email]} onChange={setPassword} />
      {link.problem === null ? null : (
        <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger wrap-anywhere">
          {texts.failed} {link.problem}
        </p>
      )}
      <Button type="submit" look="primary" isBusy={link.isBusy} disabled={Array.from(password).length < LEAST_PASSWORD}>
        {texts[kind].submit}
      </Button>
    </form>
  );
}
