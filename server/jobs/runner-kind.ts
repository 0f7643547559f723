/** Who runs the jobs: this app, Inngest's dev server, or Inngest itself (cloud or self-hosted). */
export type RunnerKind = 'embedded' | 'dev' | 'inngest';

/** Read from the process and not through `getEnv`: the jobs' client is made while modules are loaded. */
export function runnerKind(env: Readonly<Record<string, string | undefined>> = process.env): RunnerKind {
  if (isDevServer(env.INNGEST_DEV)) return 'dev';
  return env.INNGEST_SIGNING_KEY ? 'inngest' : 'embedded';
}

/** What the SDK takes for a dev server: an address, or a word for yes. */
export function isDevServer(setting: string | undefined): boolean {
  return setting !== undefined && !['', '0', 'false', 'no', 'off', 'f', 'n'].includes(setting.trim().toLowerCase());
}
