import { type Finding, judgePayload } from './judge-payload';
import { makePayload } from './make-payload';
import { readWebhookFixtures } from './webhook-fixtures';

/** Which payloads: `count` of a seed, from the number `from` on. Each depends on the seed and its number alone. */
export type FuzzPlan = { readonly seed: number; readonly from: number; readonly count: number };

export type FuzzOutcome = {
  /** How many payloads were found wanting, by what was wrong. */
  readonly counts: Readonly<Record<Finding['kind'], number>>;
  /** The first of them. */
  readonly examples: readonly (Finding & { readonly number: number })[];
};

/** Parses every payload of a plan and judges what comes out; `onProgress` hears from time to time how many are done. */
export function fuzzWebhooks(
  { seed, from, count }: FuzzPlan,
  onProgress: (done: number) => void = () => {},
): FuzzOutcome {
  const fixtures = readWebhookFixtures();
  const counts = { crashed: 0, lost: 0, invalid: 0, slow: 0 };
  const examples: (Finding & { number: number })[] = [];
  for (let done = 0; done < count; done += 1) {
    const number = from + done;
    for (const finding of judgePayload(makePayload(fixtures, seed, number))) {
      counts[finding.kind] += 1;
      if (examples.length < mostExamples) examples.push({ ...finding, number });
    }
    if ((done + 1) % progressEvery === 0) onProgress(done + 1);
  }
  return { counts, examples };
}

const mostExamples = 10;
const progressEvery = 50_000;
