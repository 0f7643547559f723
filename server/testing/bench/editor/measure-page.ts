import type { Locator, Page } from '@playwright/test';
import { percentile, round } from '../report';

/** What a person feels of a canvas: all times in milliseconds; frames are the gaps between animation frames. */
export type PageFigures = Readonly<{
  readyMs: number;
  dragP95Ms: number;
  dragMedianFps: number;
  panP95Ms: number;
  panMedianFps: number;
  keystrokeMs: number;
  keystrokeP95Ms: number;
  /** While dragging, panning and typing. */
  longestTaskMs: number;
  /** While the text field is opened: a panel of the editor is drawn for the first time. */
  openingTaskMs: number;
}>;

export type Measured = Readonly<{
  url: string;
  /** Of who is signed in; empty for nobody. */
  cookie: string;
  /** Resolves when a person can work: something is drawn and answers. */
  isReady: (page: Page) => Promise<void>;
  /** The node to drag, in the middle of the view. */
  node: (page: Page) => Locator;
  /** Opens a text field, and gives it. */
  field: (page: Page) => Promise<Locator>;
}>;

const MOVES = 120;
const KEYS = 60;
/** A long task is told of a moment after it. */
const TOLD_MS = 300;

/** Opens a page cold and uses it: drags a node, pans, types. Gestures go at one mouse move a frame. */
export async function measurePage(page: Page, measured: Measured): Promise<PageFigures> {
  // The TypeScript loader names functions by a helper of its own, which a page does not have.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.addInitScript(record);
  await page.goto(measured.url, { waitUntil: 'commit' });
  await measured.isReady(page);
  const readyMs = await page.evaluate(
    () => new Promise<number>((done) => requestAnimationFrame(() => done(performance.now()))),
  );
  await page.waitForTimeout(1_500); // what loads in the background is not part of the gestures
  const box = await measured.node(page).boundingBox();
  if (!box) throw new Error('There is no node to drag.');
  const at = { x: box.x + Math.min(60, box.width / 2), y: box.y + Math.min(20, box.height / 2) };
  await longestTask(page);
  const drag = await gesture(page, at, { x: -3, y: 1 });
  await page.waitForTimeout(500);
  const canvas = await page.locator('.react-flow__pane').boundingBox();
  if (!canvas) throw new Error('There is no canvas.');
  const empty = await emptyPlace(page);
  const pan = await gesture(page, empty, { x: 2, y: 2 });
  const gestureTask = await longestTask(page);
  const field = await measured.field(page);
  await field.click();
  const openingTask = await longestTask(page);
  const keys = await type(page, field);
  const typingTask = await longestTask(page);
  return {
    readyMs: round(readyMs, 0),
    dragP95Ms: percentile(drag, 0.95),
    dragMedianFps: round(1_000 / percentile(drag, 0.5), 0),
    panP95Ms: percentile(pan, 0.95),
    panMedianFps: round(1_000 / percentile(pan, 0.5), 0),
    keystrokeMs: percentile(keys, 0.5),
    keystrokeP95Ms: percentile(keys, 0.95),
    longestTaskMs: round(Math.max(gestureTask, typingTask), 0),
    openingTaskMs: round(openingTask, 0),
  };
}

/** Presses, moves there and back once a frame, and lets go. Gives the gaps between frames meanwhile. */
async function gesture(
  page: Page,
  from: Readonly<{ x: number; y: number }>,
  step: Readonly<{ x: number; y: number }>,
): Promise<readonly number[]> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.evaluate(() => window.bench.startFrames());
  for (let move = 1; move <= MOVES; move += 1) {
    const turn = move <= MOVES / 2 ? move : MOVES - move;
    await page.mouse.move(from.x + turn * step.x, from.y + turn * step.y);
  }
  const frames = await page.evaluate(() => window.bench.stopFrames());
  await page.mouse.up();
  return frames;
}

/** Types letter by letter. Gives, for each, the time from its key event to the frame after it. */
async function type(page: Page, field: Locator): Promise<readonly number[]> {
  await field.evaluate((element) => window.bench.watchKeys(element));
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('abcdefghij'[key % 10] ?? 'a');
    await page.waitForTimeout(35);
  }
  return page.evaluate(() => window.bench.keys);
}

/** A place of the canvas where nothing is. */
async function emptyPlace(page: Page): Promise<{ x: number; y: number }> {
  return page.evaluate(() => {
    const pane = document.querySelector('.react-flow__pane')?.getBoundingClientRect();
    if (!pane) throw new Error('There is no canvas.');
    for (let y = pane.top + 120; y < pane.bottom - 200; y += 15) {
      for (let x = pane.left + 120; x < pane.right - 200; x += 15) {
        if (document.elementFromPoint(x, y)?.classList.contains('react-flow__pane')) return { x, y };
      }
    }
    throw new Error('The canvas is full.');
  });
}

/** The longest task since it was last asked for, in milliseconds; 0 when none took 50. */
async function longestTask(page: Page): Promise<number> {
  await page.waitForTimeout(TOLD_MS);
  return page.evaluate(() => Math.max(0, ...window.bench.tasks.splice(0)));
}

type Recorder = {
  readonly tasks: number[];
  readonly keys: number[];
  readonly startFrames: () => void;
  readonly stopFrames: () => number[];
  readonly watchKeys: (element: Element) => void;
};

declare global {
  interface Window {
    bench: Recorder;
  }
}

/** Runs inside the page, before it. */
function record(): void {
  const tasks: number[] = [];
  const keys: number[] = [];
  let frames: number[] = [];
  let last = 0;
  let isCounting = false;
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  });
  const count = (now: number): void => {
    if (!isCounting) return;
    if (last > 0) frames.push(now - last);
    last = now;
    requestAnimationFrame(count);
  };
  window.bench = {
    tasks,
    keys,
    startFrames: () => {
      frames = [];
      last = 0;
      isCounting = true;
      requestAnimationFrame(count);
    },
    stopFrames: () => {
      isCounting = false;
      return frames;
    },
    watchKeys: (element) => {
      element.addEventListener(
        'keydown',
        ({ timeStamp }) => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => keys.push(performance.now() - timeStamp);
          requestAnimationFrame(() => channel.port2.postMessage(null)); // answered after the frame is painted
        },
        { capture: true },
      );
    },
  };
}
