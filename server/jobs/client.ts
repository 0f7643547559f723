import { type ClientOptions, Inngest } from 'inngest';
import { log } from '../log';
import { inProcess } from './embedded/in-process';
import { runnerKind } from './runner-kind';

const embeddedAddress = 'http://jobs.embedded.invalid'; // only a name: nothing is ever sent there

/** Loaded at first use: whoever only wakes jobs does not load the runner with them. */
const askEmbeddedRunner = inProcess(async (request) => {
  const { answerRequest } = await import('./embedded/http/answer-request');
  return answerRequest({ nowMs: Date.now, signingKey: undefined, eventKey: undefined }, request);
}) as typeof fetch;

/** The one client: functions are made with it and events sent through it, whoever runs them. */
export const inngest = new Inngest({ id: 'vaarta', logger: jobLog(), aiMetadata: false, ...connection() });

/** An Inngest server is told by the SDK's own variables; the embedded runner is in this process and needs no address. */
function connection(): Partial<ClientOptions> {
  switch (runnerKind()) {
    case 'embedded':
      return { isDev: true, baseUrl: embeddedAddress, fetch: askEmbeddedRunner };
    case 'dev':
      return { isDev: true, ...devAddress(process.env.INNGEST_DEV) };
    case 'inngest':
      return { isDev: false };
  }
}

function devAddress(setting: string | undefined): Partial<ClientOptions> {
  return setting && URL.canParse(setting) ? { baseUrl: setting } : {};
}

/** The SDK's lines among ours. What it says in words may quote what a step failed with: only the error's kind is kept. */
function jobLog(): NonNullable<ClientOptions['logger']> {
  const keep =
    (level: 'warn' | 'error') =>
    (...said: unknown[]) =>
      log[level]({ err: said.map(errorIn).find((error) => error !== undefined) }, 'job.said');
  return { debug: () => undefined, info: () => undefined, warn: keep('warn'), error: keep('error') };
}

function errorIn(said: unknown): Error | undefined {
  if (said instanceof Error) return said;
  return typeof said === 'object' && said !== null && 'err' in said && said.err instanceof Error ? said.err : undefined;
}
