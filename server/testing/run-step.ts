import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

export type Step = {
  readonly name: string;
  /** A program of an installed package, such as `tsc` of `typescript`, or a script of ours. */
  readonly run: { readonly package: string; readonly bin: string } | { readonly script: string };
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

export type StepResult = { readonly ok: boolean; readonly seconds: number; readonly output: string };

/** Runs a step and keeps what it says. */
export function runStep(step: Step): Promise<StepResult> {
  return run(step, 'kept');
}

/** Runs a step and shows what it says while it says it. */
export function showStep(step: Step): Promise<StepResult> {
  return run(step, 'shown');
}

function run({ run: program, args = [], env = {} }: Step, output: 'kept' | 'shown'): Promise<StepResult> {
  const began = performance.now();
  const start = 'script' in program ? ['--import', 'tsx', program.script] : [binOf(program.package, program.bin)];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...start, ...args], {
      stdio: output === 'shown' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    });
    const said: Buffer[] = [];
    child.stdout?.on('data', (chunk) => said.push(chunk));
    child.stderr?.on('data', (chunk) => said.push(chunk));
    const finish = (ok: boolean) =>
      resolve({ ok, seconds: (performance.now() - began) / 1000, output: Buffer.concat(said).toString() });
    child.once('error', () => finish(false));
    child.once('close', (code) => finish(code === 0));
  });
}

const manifestSchema = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/** Through the manifest and not through node_modules/.bin, whose scripts differ between systems. */
function binOf(packageName: string, bin: string): string {
  const manifest = path.resolve('node_modules', packageName, 'package.json');
  const { bin: bins } = manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8')));
  const file = typeof bins === 'string' ? bins : bins[bin];
  if (file === undefined) throw new Error(`${packageName} has no program ${bin}`);
  return path.join(path.dirname(manifest), file);
}
