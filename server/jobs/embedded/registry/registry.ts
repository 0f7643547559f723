import { z } from 'zod';
import { type FunctionConfig, functionConfig } from '../types';
import { readFunctions, readStamp, replaceFunctions } from './store';

/**
 * The functions as they were a moment ago: another process's registration is known within a second or so. Those who ask may be
 * within a transaction: nobody but the first waits for the database here.
 */
export function knownFunctions(): Promise<readonly FunctionConfig[]> {
  if (!kept || kept.database !== process.env.DATABASE_URL) return readAnew();
  if (performance.now() - kept.atMs > freshMs) {
    kept = { ...kept, atMs: performance.now() };
    currentFunctions().catch(() => undefined); // the next second tries again
  }
  return kept.functions;
}

/** The functions as they are now: an event that comes right after a registration is for the new function too. */
export async function currentFunctions(): Promise<readonly FunctionConfig[]> {
  const stamp = await readStamp();
  if (kept?.stamp === stamp && kept.database === process.env.DATABASE_URL) return kept.functions;
  return readAnew(stamp);
}

/** The function of an id, or undefined when no app has it (any more). */
export async function knownFunction(functionId: string): Promise<FunctionConfig | undefined> {
  const byId = ({ id }: FunctionConfig) => id === functionId;
  return (await knownFunctions()).find(byId) ?? (await currentFunctions()).find(byId);
}

/** What an app sends to `/fn/register`. */
export const registration = z.looseObject({
  url: z.string(),
  appName: z.string().min(1),
  functions: z.array(functionConfig),
});

/** Takes an app's functions in place of those that it had. Says whether that changed anything. */
export async function registerApp({ url, appName, functions }: z.infer<typeof registration>): Promise<boolean> {
  const isModified = await replaceFunctions(appName, url, functions);
  kept = undefined;
  return isModified;
}

const freshMs = 1_000;

type Kept = {
  readonly atMs: number;
  readonly functions: Promise<readonly FunctionConfig[]>;
  readonly database: string | undefined;
  /** Of the rows before they were read: a change since then shows. */
  readonly stamp: string | undefined;
};
let kept: Kept | undefined;

function readAnew(stamp?: string): Promise<readonly FunctionConfig[]> {
  const functions = readFunctions();
  const mine: Kept = { atMs: performance.now(), functions, database: process.env.DATABASE_URL, stamp };
  kept = mine;
  functions.catch(() => {
    if (kept === mine) kept = undefined; // whoever waits for it learns of the failure; the next one reads again
  });
  return functions;
}
