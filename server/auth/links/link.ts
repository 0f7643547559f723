import { z } from 'zod';
import { holdsSealed } from '../../sealing/sealed-value';
import type { Role } from '../actor';
import { newPassword } from '../password';

/** What a one-time link is for: the first owner, somebody who was invited, or a new password. */
export const linkKinds = ['setup', 'invitation', 'password'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** What the page behind a link shows. The address is null where it has to be asked for. */
export type LinkView = Readonly<{ kind: LinkKind; email: string | null; name: string | null; role: Role }>;

const hourMs = 3_600_000;

/** How long each may be used. The first owner's ends with the next start too. */
export const lifetimesMs: Readonly<Record<LinkKind, number>> = {
  setup: 7 * 24 * hourMs,
  invitation: 7 * 24 * hourMs,
  password: 24 * hourMs,
};

/** An e-mail address as it is kept. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254) // RFC 5321, 4.5.3.1.3
  .pipe(z.email('This is no e-mail address.'));

export const personName = z
  .string()
  .trim()
  .min(1, 'Say what you are called.')
  .max(100)
  .refine((name) => !holdsSealed(name), 'This is no name.');

/** What somebody sends with their link. */
export const linkAnswer = z.object({
  name: personName.optional(),
  email: emailAddress.optional(),
  password: newPassword,
});
export type LinkAnswer = z.infer<typeof linkAnswer>;
