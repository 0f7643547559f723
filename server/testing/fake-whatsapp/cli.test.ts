import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);
const cli = ['--import', 'tsx', 'server/testing/fake-whatsapp/cli.ts'];

it('explains its options', async () => {
  const { stdout } = await run(process.execPath, [...cli, '--help']);
  expect(stdout).toContain('--app');
});

it('refuses an app that is not on this machine, in one sentence', async () => {
  const failed = run(process.execPath, [...cli, '--app', 'http://198.51.100.7', '--port', '0']);
  await expect(failed).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^[^\n]+\n$/) });
});
