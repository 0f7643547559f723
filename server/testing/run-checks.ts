import { availableParallelism } from 'node:os';
import { generateCode } from '../start/generate-code';
import { runStep, type Step } from './run-step';

// `npm run check`: everything that can be known without running the product, in under a minute.

/** The types of the routes, which the other checks read. */
const routeTypes: Step = { name: 'route types', run: { package: 'next', bin: 'next' }, args: ['typegen'] };

const checks: readonly Step[] = [
  { name: 'types', run: { package: 'typescript', bin: 'tsc' }, args: ['--noEmit', '-p', '.'] },
  {
    name: 'format and lint',
    run: { package: '@biomejs/biome', bin: 'biome' },
    args: ['check', '--error-on-warnings', '.'],
  },
  { name: 'types of flows', run: { package: 'typescript', bin: 'tsc' }, args: ['--noEmit', '-p', 'flows'] },
  { name: 'import directions', run: { script: 'server/testing/check-imports.ts' } },
  { name: 'dead code', run: { package: 'knip', bin: 'knip' } },
];

async function runChecks(): Promise<void> {
  await generateCode();
  const failed = [...(await runAll([routeTypes], 1)), ...(await runAll(checks, Math.max(2, availableParallelism())))];
  if (failed.length === 0) return;
  console.error(`\n${failed.length} of ${checks.length + 1} checks failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}

/** Runs the steps, `width` at once, and gives the names of those that failed. */
async function runAll(steps: readonly Step[], width: number): Promise<readonly string[]> {
  const waiting = [...steps];
  const failed: string[] = [];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const { ok, seconds, output } = await runStep(step);
      console.log(`${ok ? '✓' : '✗'} ${step.name.padEnd(18)} ${seconds.toFixed(1).padStart(5)} s`);
      if (ok) continue;
      failed.push(step.name);
      console.error(output);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return failed;
}

await runChecks();
