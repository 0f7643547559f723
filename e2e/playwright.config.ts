import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { e2eFiles } from '../server/testing/e2e-files';
import { e2ePort } from '../server/testing/e2e-port';
import { ensureBrowser } from '../server/testing/ensure-browser';

const port = await e2ePort();
const root = path.resolve(import.meta.dirname, '..');

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  workers: 1,
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
    // Everybody else finds themselves signed in as that owner.
    { name: 'studio', dependencies: ['first owner'], use: { storageState: e2eFiles.ownerState } },
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
