import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { z } from 'zod';
import { discardPostgres } from '../../db/embedded/postgres-server';
import { findFreePort } from '../../start/free-port';
import { ensureBrowser } from '../ensure-browser';
import { AppUnderLoad } from './app-under-load';
import { generatedFlow } from './editor/generated-flow';
import { type Measured, measurePage, type PageFigures } from './editor/measure-page';
import { serveBarePage } from './editor/serve-bare-page';
import { enterStudio } from './enter-studio';
import { machine, percentile, printTable } from './report';
import { askStudio, type StudioDoor } from './studio';

/**
 * The editor on a generated flow of 1,000 states and 2,000 transitions, in headless Chromium, beside a bare React Flow page
 * with as many default nodes: several runs of each, taken in turns; the medians are reported.
 */

const STATES = 1_000;
const RUNS = 3;

async function bench(): Promise<void> {
  const before = machine();
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'vaarta-bench-'));
  const port = await findFreePort();
  const app = new AppUnderLoad({ dataDir, port, env: {}, announce: console.log });
  const bare = await serveBarePage();
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
  try {
    await app.start(new AbortController().signal);
    const studio = await enterStudio(app);
    const ofNewFlow = async () => ofEditor(studio, await takeIn(studio));
    await inNewPage(browser, await ofNewFlow()); // the server and the browser come to know the app
    const editor: PageFigures[] = [];
    const floor: PageFigures[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      // What a run moves is saved: each has a flow of its own.
      editor.push(await inNewPage(browser, await ofNewFlow()));
      floor.push(await inNewPage(browser, ofBarePage(bare.url)));
    }
    report(medians(editor), medians(floor), before);
  } finally {
    await browser.close();
    bare.stop();
    await app.stop();
    await discardPostgres(path.join(dataDir, 'postgres'), 'lasting');
    await rm(dataDir, { recursive: true, force: true });
  }
}

const taken = z.object({ flowId: z.string() });

/** Takes the generated flow in as a new flow, and says its id. */
async function takeIn(studio: StudioDoor): Promise<string> {
  const document = generatedFlow('generated', STATES);
  return taken.parse(await askStudio(studio, 'drafts.create', { document })).flowId;
}

function ofEditor({ address, cookie }: StudioDoor, flowId: string): Measured {
  return {
    url: `${address}/flows/${flowId}`,
    cookie,
    isReady: async (page) => {
      await page.locator('.react-flow__node').first().waitFor();
      await page.getByRole('status', { name: 'Saving' }).waitFor();
    },
    node: (page) => page.locator('.react-flow__node[data-id="state_1"]'),
    field: async (page) => {
      await page.locator('.react-flow__node[data-id="state_0"]').click({ position: { x: 60, y: 20 } });
      await page.getByRole('button', { name: 'Open the panel' }).click();
      return page.locator('aside textarea').first();
    },
  };
}

function ofBarePage(url: string): Measured {
  return {
    url: `${url}?states=${STATES}`,
    cookie: '',
    isReady: (page) => page.locator('.react-flow__node').first().waitFor(),
    node: (page) => page.locator('.react-flow__node[data-id="1"]'),
    field: async (page) => page.getByLabel('Text'),
  };
}

async function inNewPage(browser: Browser, measured: Measured): Promise<PageFigures> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const cookies = measured.cookie.split('; ').filter((cookie) => cookie !== '');
  await page.context().addCookies(
    cookies.map((cookie) => {
      const [name = '', value = ''] = cookie.split(/=(.*)/s);
      return { name, value, url: new URL(measured.url).origin };
    }),
  );
  try {
    return await measurePage(page, measured);
  } finally {
    await page.close();
  }
}

function medians(runs: readonly PageFigures[]): PageFigures {
  const median = (of: (figures: PageFigures) => number): number => percentile(runs.map(of), 0.5);
  return {
    readyMs: median(({ readyMs }) => readyMs),
    dragP95Ms: median(({ dragP95Ms }) => dragP95Ms),
    dragMedianFps: median(({ dragMedianFps }) => dragMedianFps),
    panP95Ms: median(({ panP95Ms }) => panP95Ms),
    panMedianFps: median(({ panMedianFps }) => panMedianFps),
    keystrokeMs: median(({ keystrokeMs }) => keystrokeMs),
    keystrokeP95Ms: median(({ keystrokeP95Ms }) => keystrokeP95Ms),
    longestTaskMs: median(({ longestTaskMs }) => longestTaskMs),
    openingTaskMs: median(({ openingTaskMs }) => openingTaskMs),
  };
}

function report(editor: PageFigures, bare: PageFigures, before: ReturnType<typeof machine>): void {
  console.log(`${STATES} states and ${2 * STATES} transitions; medians of ${RUNS} runs; beside it bare React Flow`);
  printTable([
    ['ready, ms', editor.readyMs, `bare ${bare.readyMs}`],
    ['drag, frames a second (median)', editor.dragMedianFps, `bare ${bare.dragMedianFps}`],
    ['drag, frame p95, ms', editor.dragP95Ms, `bare ${bare.dragP95Ms}`],
    ['pan, frames a second (median)', editor.panMedianFps, `bare ${bare.panMedianFps}`],
    ['pan, frame p95, ms', editor.panP95Ms, `bare ${bare.panP95Ms}`],
    ['keystroke to paint, ms (median)', editor.keystrokeMs, `bare ${bare.keystrokeMs}`],
    ['longest task of drag, pan and typing, ms', editor.longestTaskMs, `bare ${bare.longestTaskMs}`],
    ['longest task of opening the inspector, ms', editor.openingTaskMs],
  ]);
  console.log(JSON.stringify({ states: STATES, transitions: 2 * STATES, runs: RUNS, ...editor, bare, ...before }));
}

await bench();
