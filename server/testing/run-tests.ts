import { readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { ensureBrowser } from './ensure-browser';
import { type Step, showStep } from './run-step';

// `npm test`: everything that must hold, in the order in which it is cheap to know.

const reports = { vitest: '.vaarta/test/vitest.json', playwright: '.vaarta/test/playwright.json' } as const;

const checks: Step = { name: 'checks', run: { script: 'server/testing/run-checks.ts' } };
const unitAndIntegration: Step = {
  name: 'unit and integration tests',
  run: { package: 'vitest', bin: 'vitest' },
  args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports.vitest}`],
};
const browser: Step = {
  name: 'browser tests',
  run: { package: '@playwright/test', bin: 'playwright' },
  args: ['test', '--config', 'e2e/playwright.config.ts'],
};

async function runTests(): Promise<void> {
  for (const report of Object.values(reports)) rmSync(report, { force: true });
  const failed: string[] = [];
  for (const step of [checks, unitAndIntegration, browser]) {
    console.log(`\n— ${step.name}`);
    if (step === browser && !hasBrowser()) failed.push(step.name);
    else if (!(await showStep(step)).ok) failed.push(step.name);
  }
  const counts = [countVitest(), countPlaywright()];
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failures = counts.reduce((sum, count) => sum + count.failed, 0);
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
  console.log(`\n${passed} passed, ${Math.max(failures, failed.length)} failed`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

function hasBrowser(): boolean {
  try {
    ensureBrowser();
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

type Count = { readonly passed: number; readonly failed: number };

const vitestReport = z
  .object({ numPassedTests: z.number(), numFailedTests: z.number() })
  .transform(({ numPassedTests, numFailedTests }): Count => ({ passed: numPassedTests, failed: numFailedTests }));

const playwrightReport = z
  .object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) })
  .transform(({ stats }): Count => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }));

function countVitest(): Count {
  return count(reports.vitest, vitestReport);
}

function countPlaywright(): Count {
  return count(reports.playwright, playwrightReport);
}

/** A run that ended before it could report has counted nothing; its step has failed. */
function count(file: string, schema: z.ZodType<Count>): Count {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 0 };
  }
}

await runTests();
