import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { e2eFiles } from '../server/testing/e2e-files';
import { e2ePort } from '../server/testing/e2e-port';
import { ensureBrowser } from '../server/testing/ensure-browser';

const port = await e2ePort();
const root = path.resolve(import.meta.dirname, '..');

const asOwner = { storageState: e2eFiles.ownerState };

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  workers: 2, // what one waits for is time for the other
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../.vaarta/test/playwright.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    baseURL: `http://127.0.0.1:${port}`,
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: ensureBrowser(),
      args: [
        '--no-sandbox', // as root Chromium does not start with it
        '--disable-gpu',
        '--disable-dev-shm-usage', // a container's /dev/shm is small
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'first owner', testMatch: 'first-owner.setup.ts' },
    // Everybody else finds themselves signed in as that owner. What most screens show and what settings change is everybody's:
    // there one test follows the other.
    { name: 'studio', testIgnore: 'editor-*.spec.ts', workers: 1, dependencies: ['first owner'], use: asOwner },
    // Each of these works on a flow of its own, so they run beside the others and each other.
    { name: 'editor', testMatch: 'editor-*.spec.ts', dependencies: ['first owner'], use: asOwner },
  ],
  webServer: {
    command: 'node --import tsx server/testing/e2e-app.ts',
    cwd: root,
    env: { PORT: port, HOST: '127.0.0.1' },
    url: `http://127.0.0.1:${port}/api/health`,
    timeout: 300_000, // it may have to build the app first
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
  },
});
