import { findFreePort } from '../start/free-port';

/** The port of the browser tests' app. Playwright reads its settings again in each worker, which inherits the choice. */
export async function e2ePort(): Promise<string> {
  process.env.E2E_PORT ??= String(await findFreePort());
  return process.env.E2E_PORT;
}
