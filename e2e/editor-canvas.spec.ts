import type { Locator, Page } from '@playwright/test';
import { card, isSaved, openCopy, readDraft, runInPalette } from './editor';
import { expect, test } from './fixtures';

/** Where the middle of an element is on the screen. */
async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('This is not in view.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Drags by the mouse as a hand does: in steps, with a last small move. */
async function drag(page: Page, from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 6 });
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 6 });
  await page.mouse.move(from.x + by.x + 1, from.y + by.y, { steps: 1 });
  await page.mouse.up();
}

async function undo(page: Page): Promise<void> {
  await page.keyboard.press('Control+z');
}

/** A port of a card, by its outcome. */
function port(page: Page, stateId: string, outcome: string): Locator {
  return card(page, stateId).locator(`.react-flow__handle[data-handleid="${outcome}"]`);
}

const history = (page: Page) => page.getByRole('button', { name: /^Undo/ }).first();

/** Where a state stands in the draft that the server has. */
async function storedPlace(page: Page, flowId: string, stateId: string): Promise<{ x: number; y: number } | undefined> {
  const { flow } = await readDraft(page, flowId);
  return flow.states.find(({ id }) => id === stateId)?.position;
}

test('whatever moves states is one step, which is saved and can be undone', async ({ page }) => {
  const flowId = await openCopy(page, 'drag');

  await test.step('a card is dragged elsewhere', async () => {
    const before = await storedPlace(page, flowId, 'initial');
    const at = await middleOf(card(page, 'initial'));
    await drag(page, { x: at.x, y: at.y - 60 }, { x: 0, y: 140 });
    await expect(history(page)).toHaveAccessibleName('Undo: Move initial');
    await expect
      .poll(async () => (await storedPlace(page, flowId, 'initial'))?.y)
      .toBeGreaterThan((before?.y ?? 0) + 100);
    await isSaved(page);
    await undo(page);
    await expect.poll(() => storedPlace(page, flowId, 'initial')).toEqual(before);
  });

  await test.step('a card is moved by keys', async () => {
    const initial = card(page, 'initial');
    await initial.click({ position: { x: 80, y: 20 } });
    await initial.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(history(page)).toHaveAccessibleName('Undo: Move initial');
    await undo(page);
    await expect(history(page)).toBeDisabled();
  });

  await test.step('everything is arranged, in a worker', async () => {
    await isSaved(page);
    const before = (await readDraft(page, flowId)).flow.states.map(({ position }) => position);
    await page.keyboard.press('Shift+Alt+KeyT');
    await expect(history(page)).toHaveAccessibleName('Undo: Arrange everything');
    const arranged = async () => (await readDraft(page, flowId)).flow.states.map(({ position }) => position);
    await expect.poll(arranged).not.toEqual(before);
    expect(new Set((await arranged()).map(({ x, y }) => `${x} ${y}`)).size).toBe(before.length);
    await undo(page);
    await expect(history(page)).toBeDisabled();
  });
});

test('states and transitions are made on the canvas', async ({ page }) => {
  const flowId = await openCopy(page, 'insert');

  await test.step('a state is inserted on a transition, and deleting it links the way again', async () => {
    const before = (await readDraft(page, flowId)).flow.transitions;
    const edge = page.locator('.react-flow__edge').first();
    const id = await edge.getAttribute('data-id');
    await edge.locator('.react-flow__edge-interaction').dispatchEvent('click');
    await page.getByRole('button', { name: 'Insert a state here' }).click();
    await page.getByRole('dialog', { name: 'What to put here' }).getByPlaceholder('Search states').fill('new say');
    await page.keyboard.press('Enter');
    await expect(card(page, 'say')).toBeVisible();
    const way = async () => (await readDraft(page, flowId)).flow.transitions.find((one) => one.id === id);
    await expect.poll(async () => (await way())?.to).toBe('say');
    await card(page, 'say').focus();
    await page.keyboard.press('Delete');
    await expect(card(page, 'say')).toHaveCount(0);
    await expect(page.getByText('Delete say')).toBeVisible();
    await expect.poll(async () => (await readDraft(page, flowId)).flow.transitions).toEqual(before);
  });

  await test.step('dragging from an outcome to empty canvas makes the next state', async () => {
    await page.keyboard.press('0');
    const from = await middleOf(port(page, 'initial', '+'));
    await drag(page, from, { x: 60, y: 260 });
    const menu = page.getByRole('dialog', { name: 'What to put here' });
    await menu.getByPlaceholder('Which outcome?').fill('ask rate');
    await page.keyboard.press('Enter');
    await menu.getByPlaceholder('Search states').fill('new say');
    await page.keyboard.press('Enter');
    await expect(card(page, 'say')).toBeVisible();
    await expect(card(page, 'initial')).toContainText('ask rate');
    await undo(page);
    await expect(card(page, 'say')).toHaveCount(0);
  });

  await test.step('the end of a line is dragged to another state', async () => {
    await page.keyboard.press('Minus');
    await page.keyboard.press('Minus');
    const target = card(page, 'qualifying').locator('.react-flow__handle.target');
    await expect(target).toBeVisible();
    const end = page.locator('.react-flow__edge[data-id^="initial:"] .react-flow__edgeupdater-target').first();
    const [from, to] = [await middleOf(end), await middleOf(target)];
    await drag(page, from, { x: to.x - from.x, y: to.y - from.y });
    await expect(history(page)).toHaveAccessibleName('Undo: Lead a transition elsewhere');
  });
});

test('several cards are selected by a frame, aligned, duplicated, grouped and folded', async ({ page }) => {
  await openCopy(page, 'many');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Alt+KeyA');
  await expect(history(page)).toHaveAccessibleName('Undo: Align states');
  await undo(page);
  await page.keyboard.press('1');
  const pane = await page.locator('.react-flow__pane').boundingBox();
  if (!pane) throw new Error('There is no canvas.');
  await page.keyboard.press('Escape');
  await page.keyboard.down('Shift');
  await drag(page, { x: pane.x + 40, y: pane.y + 40 }, { x: pane.width * 0.6, y: pane.height * 0.8 });
  await page.keyboard.up('Shift');
  const selected = page.locator('.react-flow__node.selected');
  await expect.poll(() => selected.count()).toBeGreaterThan(1);
  await page.keyboard.press('Control+d');
  await expect(history(page)).toHaveAccessibleName(/Undo: Duplicate \d+ states/);
  await page.keyboard.press('Control+g');
  await expect(history(page)).toHaveAccessibleName(/Undo: Group/);
  await runInPalette(page, 'Collapse all groups');
  await expect(page.getByRole('button', { name: 'Expand Group' })).toBeVisible();
  await expect(page.locator('.react-flow__node[data-id="group/group"]')).toContainText('states');
});

test('states are copied from one flow and pasted into another, in another tab', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openCopy(page, 'copy-from');
  await card(page, 'initial').click({ position: { x: 80, y: 20 } });
  await card(page, 'initial').focus();
  await page.keyboard.press('Control+c');
  await expect(page.getByText('1 state copied')).toBeVisible();
  const other = await context.newPage();
  await openCopy(other, 'paste-to');
  await other.locator('.react-flow__pane').hover({ position: { x: 300, y: 560 } });
  await other.keyboard.press('Control+v');
  await expect(other.getByText(/1 state pasted/)).toBeVisible();
  await expect(card(other, 'initial_2')).toBeVisible();
  await other.keyboard.press('Control+x');
  await expect(card(other, 'initial_2')).toHaveCount(0);
});

test('a note is written on the canvas; the palette goes to states, adds them and runs commands, by keys alone', async ({
  page,
}) => {
  await openCopy(page, 'palette');
  await page.locator('.react-flow__pane').hover({ position: { x: 200, y: 500 } });
  await page.keyboard.press('Shift+KeyS');
  await page.getByRole('textbox', { name: 'Note' }).fill('Ask the branch first');
  await page.keyboard.press('Escape');
  await expect(page.locator('.react-flow__node-note', { hasText: 'Ask the branch first' })).toBeVisible();

  await runInPalette(page, 'state closing');
  await expect(page.locator('.react-flow__node.selected')).toHaveAttribute('data-id', 'closing');
  await runInPalette(page, 'Add state: Wait');
  await expect(history(page)).toHaveAccessibleName('Undo: Add a Wait state');
  await runInPalette(page, 'language kn');
  await expect(page.getByLabel('Language')).toHaveValue('kn');
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Arrange everything');
});
