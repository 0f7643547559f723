import { createAuthClient } from 'better-auth/client';
import { twoFactorClient } from 'better-auth/client/plugins';

/** Asks the server's sign-in at `/api/auth`; every call resolves to `{ data, error }` and throws only without a network. */
export const authClient = createAuthClient({ plugins: [twoFactorClient()] });
