import { getEnv } from '../../env';
import { hashOfToken, newToken } from '../../uploads/token';
import type { Role } from '../actor';
import { type LinkKind, lifetimesMs } from './link';
import type { NewLink } from './store';

/** A new one-time link: its address, which is shown once, and what is kept of it. */
export function makeLink(wanted: WantedLink, nowMs: number): { readonly link: string; readonly kept: NewLink } {
  const token = newToken();
  const tokenHash = hashOfToken(token);
  if (tokenHash === undefined) throw new Error('A new token has not the form of tokens.');
  const { PORT, PUBLIC_URL } = getEnv();
  const address = wanted.address ?? PUBLIC_URL ?? `http://localhost:${PORT}`;
  const { kind, email, name, role, languages, userId, invitedBy } = { ...nothing, ...wanted };
  const expiresAt = new Date(nowMs + lifetimesMs[kind]);
  return {
    link: `${address.replace(/\/$/, '')}/${kind}/${token}`,
    kept: { tokenHash, kind, email, name, role, languages, userId, invitedBy, expiresAt },
  };
}

/** `address` is where the app is reached, if the environment doesn't say it. */
export type WantedLink = Readonly<{ kind: LinkKind; role: Role; address?: string }> &
  Partial<Pick<NewLink, 'email' | 'name' | 'languages' | 'userId' | 'invitedBy'>>;

const nothing = { email: null, name: null, languages: [], userId: null, invitedBy: null } as const;
