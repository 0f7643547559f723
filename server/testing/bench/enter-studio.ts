import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { AppUnderLoad } from './app-under-load';
import type { StudioDoor } from './studio';
import { withDatabase } from './with-database';

/** Makes an owner in the database of a running app, and signs them in as the sign-in screen does. */
export async function enterStudio({ address, databaseUrl }: AppUnderLoad): Promise<StudioDoor> {
  const id = randomUUID();
  const [email, password] = [`bench-${id}@lender.test`, randomUUID()];
  const hash = await hashPassword(password);
  await withDatabase(databaseUrl, async (db) => {
    await db.query(`INSERT INTO users (id, name, email, role) VALUES ($1, 'Bench', $2, 'owner')`, [id, email]);
    await db.query(
      `INSERT INTO user_accounts (id, account_id, provider_id, user_id, password) VALUES ($1, $1, 'credential', $1, $2)`,
      [id, hash],
    );
  });
  const answer = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email, password }),
    signal: AbortSignal.timeout(60_000),
  });
  if (!answer.ok) throw new Error(`Nobody could sign in: ${answer.status} ${await answer.text()}`);
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]);
  return { address, cookie: cookies.join('; ') };
}
