import { format } from 'node:util';
import { afterEach, beforeEach } from 'vitest';

// A warning that nobody reads is a defect that nobody mends: what a test writes to console.error or console.warn fails it,
// unless the test claims it with `claimNoise`.

let noise: string[] = [];

/** What was written to console.error and console.warn since the test began. The test then has to look at it itself. */
export function claimNoise(): readonly string[] {
  const claimed = noise;
  noise = [];
  return claimed;
}

beforeEach(() => {
  noise = [];
  console.error = (...args) => noise.push(format(...args));
  console.warn = (...args) => noise.push(format(...args));
});

afterEach(() => {
  const unclaimed = claimNoise();
  if (unclaimed.length > 0) throw new Error(`The test was not silent:\n${unclaimed.join('\n')}`);
});
