import { type Loop, startLoop } from '../../../start/loop';
import { signatureOf } from '../calls/signature';

type SyncOptions = {
  /** Where the app serves its functions. */
  readonly url: string;
  readonly signingKey: string | undefined;
  /** Told when the app answers, when it no longer does, and why. */
  readonly announce: (text: string) => void;
};

const UNTIL_THERE_MS = 1000;
const AGAIN_MS = 5000; // as Inngest's dev server: functions that were changed meanwhile are known soon

/** Asks an app to register its functions, until it does and then again and again. */
export function syncApp(options: SyncOptions): Loop {
  let before = '';
  return startLoop('jobs.sync', async () => {
    const problem = await askToRegister(options);
    const now = problem === undefined ? `${options.url} is registered.` : `${options.url}: ${problem}`;
    if (now !== before) options.announce(now);
    before = now;
    return problem === undefined ? AGAIN_MS : UNTIL_THERE_MS;
  });
}

async function askToRegister({ url, signingKey }: SyncOptions): Promise<string | undefined> {
  const body = JSON.stringify({ url });
  try {
    const response = await fetch(url, {
      method: 'PUT',
      body,
      headers: {
        'content-type': 'application/json',
        'x-inngest-server-kind': signingKey ? 'cloud' : 'dev',
        ...(signingKey ? { 'x-inngest-signature': signatureOf(body, signingKey, Date.now()) } : {}),
      },
      signal: AbortSignal.timeout(10_000),
    });
    if (response.ok) return undefined;
    return `it answers ${response.status} (${(await response.text()).slice(0, 200)})`;
  } catch {
    return 'it does not answer yet';
  }
}
