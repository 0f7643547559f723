import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const integration = 'server/**/*.integration.test.ts';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    maxWorkers: 2,
    testTimeout: 30_000,
    globalSetup: ['server/testing/trained-reader.setup.ts'],
    setupFiles: ['server/testing/fail-on-noise.ts', 'server/testing/fuzz-seed.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,flows,prompts,server,prisma}/**/*.test.{ts,tsx}'],
          exclude: [integration],
          isolate: false, // pure code: loading it once for all files takes a third of the time
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: [integration],
          globalSetup: ['server/testing/test-server.ts'],
          setupFiles: ['server/testing/read-sealed.ts'],
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
