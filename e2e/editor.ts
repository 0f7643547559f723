import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';

const SHIPPED = 'flows/library/loan-against-property.json';

type Change = (document: Record<string, unknown>) => Record<string, unknown>;

/** Opens the editor on a flow of its own, made by `createCopy`, and says its id. */
export async function openCopy(page: Page, name: string, change?: Change): Promise<string> {
  const flowId = await createCopy(page, name, change);
  await page.goto(`/flows/${flowId}`);
  await isReady(page);
  return flowId;
}

/**
 * Makes an unpublished copy of the shipped flow, so that tests don't meet, and says its id. `change` may alter the document
 * before it is taken in.
 */
export async function createCopy(page: Page, name: string, change: Change = (document) => document): Promise<string> {
  const shipped: Record<string, unknown> = JSON.parse(await readFile(SHIPPED, 'utf8'));
  const document = change({ ...shipped, id: idFrom(name), name });
  const answer = await page.request.post('/api/trpc/drafts.create', { data: { json: { document } } });
  expect(answer.ok(), await answer.text()).toBe(true);
  const { result } = await answer.json();
  expect(result.data.json.issues).toBeUndefined();
  return result.data.json.flowId;
}

/** Waits until the editor of the page has drawn its flow. */
export async function isReady(page: Page): Promise<void> {
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  await expect(page.getByRole('status', { name: 'Saving' })).toBeVisible();
}

/** Waits until everything is on the server. */
export async function isSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'Saving' })).toContainText(/Saved \d/);
}

/** What tests look at in a draft. */
type StoredFlow = Readonly<{
  states: readonly Readonly<{ id: string; position: Readonly<{ x: number; y: number }> }>[];
  transitions: readonly Readonly<{ id: string; from: string; outcome: string; to: string }>[];
}>;

/** The draft as the server has it. */
export async function readDraft(page: Page, flowId: string): Promise<{ flow: StoredFlow; revision: number }> {
  const input = encodeURIComponent(JSON.stringify({ json: { flowId } }));
  const answer = await page.request.get(`/api/trpc/drafts.open?input=${input}`);
  return (await answer.json()).result.data.json;
}

/** Finds something in the command palette by typing, and runs it. */
export async function runInPalette(page: Page, wanted: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(wanted);
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
}

/** The card of a state on the canvas, while it is in view. */
export function card(page: Page, stateId: string) {
  return page.locator(`.react-flow__node[data-id="${stateId}"]`);
}

function idFrom(name: string): string {
  const id = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `e2e-${id}`.slice(0, 40);
}
