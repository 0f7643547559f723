import { randomUUID } from 'node:crypto';
import { startLoop } from '../../../start/loop';
import { beat, leave } from '../../../start/presence/store';
import { createRunner, type Runner, type RunnerOptions } from '../create-runner';
import { callOverHttp } from './call-over-http';
import { listen } from './listen';

export type ServedRunner = {
  /** What an SDK is given as its Inngest server. */
  readonly url: string;
  readonly runner: Runner;
  readonly close: () => Promise<void>;
};

type ServeOptions = Omit<RunnerOptions, 'owner' | 'call'> & { readonly host: string; readonly port: number };

const BEAT_MS = 1000; // after five silent seconds others take over

/** The embedded runner alone, as an Inngest server for any app, on the database of `DATABASE_URL`. */
export async function serveRunner({ host, port, ...options }: ServeOptions): Promise<ServedRunner> {
  const owner = randomUUID();
  await beat(owner);
  const presence = startLoop('jobs.presence', async () => {
    await beat(owner);
    return BEAT_MS;
  });
  const runner = await createRunner({ ...options, owner, call: callOverHttp });
  const close = async () => {
    await runner.stop();
    await presence.stop();
    await leave(owner);
  };
  try {
    const listener = await listen({ host, port }, runner.answer);
    return { url: listener.url, runner, close: () => listener.close().then(close) };
  } catch (error) {
    await close();
    throw error;
  }
}
