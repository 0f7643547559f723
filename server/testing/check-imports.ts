import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { blamelessFiles, plantedViolations } from './planted-violations';

// Checks the direction of imports, and that the check works: a cruiser that cannot read the language finds no module, hence
// no violation, and says that all is well. So every rule must find what is planted for it and nothing else, and in our own
// tree a plausible number of modules and imports must have been read.

const least = { modules: 200, imports: 500 };
const root = process.cwd();
const plantedRoot = path.resolve('.vaarta/planted-imports');

async function checkImports(): Promise<void> {
  plant();
  const [ours, planted] = await Promise.all([cruise(root), cruise(plantedRoot)]);
  rmSync(plantedRoot, { recursive: true });

  const problems = [...ours.violations.map(complaint), ...volumeProblems(ours), ...proofProblems(planted)];
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exit(1);
  console.log(`${ours.modules} modules, ${ours.imports} imports, ${plantedViolations.length} planted violations found`);
}

type Violation = { readonly rule: string; readonly from: string; readonly to: string };
type Cruise = {
  readonly modules: number;
  readonly imports: number;
  readonly violations: readonly Violation[];
  /** The rules in force. */
  readonly rules: readonly string[];
};

function plant(): void {
  rmSync(plantedRoot, { recursive: true, force: true });
  const violating = plantedViolations.map(({ file, content }): [string, string] => [file, content]);
  for (const [file, content] of [...Object.entries(blamelessFiles), ...violating]) {
    const target = path.join(plantedRoot, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

async function cruise(cwd: string): Promise<Cruise> {
  const program = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = path.join(root, '.dependency-cruiser.cjs');
  const sources = ['app', 'e2e', 'flows', 'prompts', 'server', 'instrumentation.ts'];
  const existing = sources.filter((source) => existsSync(path.join(cwd, source)));
  const args = [program, '--config', config, '--output-type', 'json', ...existing];
  const output = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 256 * 1024 * 1024 }, (_error, stdout, stderr) => {
      // It exits with the number of violations; only without a report has it failed.
      if (stdout.startsWith('{')) resolve(stdout);
      else reject(new Error(`dependency-cruiser failed: ${stderr}`));
    });
  });
  return reportSchema.parse(JSON.parse(output));
}

const reportSchema = z
  .object({
    summary: z.object({
      totalCruised: z.number(),
      totalDependenciesCruised: z.number(),
      violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
      ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string() })) }),
    }),
  })
  .transform(
    ({ summary }): Cruise => ({
      modules: summary.totalCruised,
      imports: summary.totalDependenciesCruised,
      violations: summary.violations.map(({ from, to, rule }) => ({ from, to, rule: rule.name })),
      rules: summary.ruleSetUsed.forbidden.map(({ name }) => name),
    }),
  );

function complaint({ rule, from, to }: Violation): string {
  return `${from} must not import ${to} (${rule})`;
}

function volumeProblems({ modules, imports }: Cruise): readonly string[] {
  if (modules >= least.modules && imports >= least.imports) return [];
  return [`only ${modules} modules and ${imports} imports were read: the cruiser does not see the code`];
}

function proofProblems({ violations, rules }: Cruise): readonly string[] {
  const unproved = rules.filter((rule) => !plantedViolations.some((violation) => violation.rule === rule));
  const missed = plantedViolations.filter(
    ({ rule, file }) => !violations.some((found) => found.rule === rule && found.from === file),
  );
  const guilty = new Set([...plantedViolations.map(({ file }) => file), 'flows/other.ts']); // the other half of the cycle
  const wrong = violations.filter(({ from }) => !guilty.has(from));
  return [
    ...unproved.map((rule) => `no violation is planted for the rule ${rule}`),
    ...missed.map(({ rule, file }) => `the rule ${rule} did not find the planted ${file}`),
    ...wrong.map((violation) => `a blameless file was blamed: ${complaint(violation)}`),
  ];
}

await checkImports();
