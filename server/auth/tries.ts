import { createHmac } from 'node:crypto';
import { installationSecret } from '../secret';
import { countTry, forgetTries } from './store';

const MOST_TRIES = 10;
const windowMs = 10 * 60_000;

/**
 * Counts a try to sign in; false after ten in ten minutes for one e-mail address, whether or not somebody has it. The library
 * counts by the address of the network, of which one can have many.
 */
export function mayTry(email: string, nowMs: number): Promise<boolean> {
  return countTry(triesKey(email), MOST_TRIES, windowMs, nowMs);
}

/** Forgets the tries for an address: the right password was given. */
export function endTries(email: string): Promise<void> {
  return forgetTries(triesKey(email));
}

/** Under which they are counted; the address can't be read from it. */
function triesKey(email: string): string {
  return `tries:${createHmac('sha256', installationSecret()).update(email.trim().toLowerCase()).digest('hex')}`;
}
