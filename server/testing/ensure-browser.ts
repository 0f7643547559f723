import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

/**
 * The Chromium for the browser tests: CHROMIUM_PATH, else an installed Chromium or Chrome, else Playwright's own, else one
 * that is installed now. Throws one sentence that says what to do when none can be had.
 */
export function ensureBrowser(): string {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new Error(`CHROMIUM_PATH is ${given}, and there is no such file.`);
  const found = given || findBrowser();
  if (found) return found;
  install();
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error('The browser tests need Chromium: install it or Google Chrome, or set CHROMIUM_PATH to its program.');
}

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const macPrograms = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function findBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => programs.map((program) => path.join(folder, program)));
  return [...onPath, ...macPrograms, chromium.executablePath()].find((file) => existsSync(file));
}

function install(): void {
  if (canUseApt()) {
    console.log('Installing Chromium with apt-get, for the browser tests.');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
    const args = ['install', '-y', '-qq', '--no-install-recommends', 'chromium'];
    const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    if (status === 0) return;
  }
  console.log("Installing Playwright's Chromium, for the browser tests.");
  const cli = path.resolve('node_modules/@playwright/test/cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'] });
}

function canUseApt(): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
