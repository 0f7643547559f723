import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { machine, printTable, round } from '../bench/report';
import { wholeNumber } from '../bench/whole-number';
import { fuzzWebhooks } from './fuzz-webhooks';

// `npm run fuzz:webhook [-- --count 1000000 --seed N --from N]`: spoiled webhooks for the parser, a million without --count.

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(randomInt(1, 999_999_999)) },
    from: { type: 'string', default: '0' },
  },
});
const plan = {
  count: wholeNumber('count', values.count, 1, 100_000_000),
  seed: wholeNumber('seed', values.seed, 0, 999_999_999),
  from: wholeNumber('from', values.from, 0, 999_999_999),
};
const before = machine();
const startedAt = performance.now();
console.log(`${plan.count.toLocaleString('en-IN')} payloads of seed ${plan.seed}`);
const { counts, examples } = fuzzWebhooks(plan, (done) => {
  console.log(`${done.toLocaleString('en-IN')} after ${round((performance.now() - startedAt) / 1000, 0)} s`);
});
const seconds = round((performance.now() - startedAt) / 1000, 1);

for (const { kind, number, detail } of examples) {
  console.log(`\n${kind}: payload ${number} of seed ${plan.seed}\n  ${detail.slice(0, 2000)}`);
  console.log(`  again: npm run fuzz:webhook -- --seed ${plan.seed} --from ${number} --count 1`);
}
printTable([
  ['payloads', plan.count],
  ['crashes', counts.crashed],
  ['lost', counts.lost, 'messages and statuses neither told nor skipped, neighbours held back'],
  ['invalid', counts.invalid, 'events that break the schema, JSON or the database'],
  ['slow', counts.slow, 'bodies that took more than a second'],
  ['seconds', seconds],
]);
const { crashed: crashes, lost, invalid, slow } = counts;
console.log(
  JSON.stringify({ payloads: plan.count, crashes, lost, invalid, slow, seconds, seed: plan.seed, ...before }),
);
if (crashes + lost + invalid + slow > 0) process.exitCode = 1;
