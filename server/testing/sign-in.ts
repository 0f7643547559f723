import { randomUUID } from 'node:crypto';
import type { Role } from '../auth/actor';
import { getAuth } from '../auth/auth';
import { getPool } from '../db/pool';

/** Somebody who is signed in. */
export type SignedIn = {
  readonly userId: string;
  readonly email: string;
  readonly password: string;
  /** For the header of this name. */
  readonly cookie: string;
};

const password = 'a long enough password';

/** Makes somebody with a role in the database of DATABASE_URL, and signs them in as the sign-in screen does. */
export async function signInAs(role: Role, name: string = role): Promise<SignedIn> {
  const userId = randomUUID();
  const email = `${role}-${userId}@lender.test`;
  const { password: passwords } = await getAuth().$context;
  await getPool().query(
    `WITH somebody AS (INSERT INTO users (id, name, email, role) VALUES ($1, $2, $3, $4))
     INSERT INTO user_accounts (id, account_id, provider_id, user_id, password) VALUES ($1, $1, 'credential', $1, $5)`,
    [userId, name, email, role, await passwords.hash(password)],
  );
  return { userId, email, password, cookie: await signIn(email, password) };
}

/** The cookie of a new session. Throws when the password is not taken. */
async function signIn(email: string, secret: string): Promise<string> {
  const answer = await getAuth().api.signInEmail({ body: { email, password: secret }, asResponse: true });
  if (!answer.ok) throw new Error(`Nobody signed in: ${answer.status} ${await answer.text()}`);
  return cookieOf(answer);
}

/** What a browser sends back of the cookies of an answer. */
export function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}
