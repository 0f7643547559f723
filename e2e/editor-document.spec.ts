import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { isReady, isSaved, openCopy } from './editor';
import { expect, test } from './fixtures';

/** What a text must survive: marks of direction, joiners, emoji of several parts, composed and decomposed letters. */
const ODD_TEXT = '\u200Fمرحبا\u200F \u202Bx\u202C 👨‍👩‍👧 👩🏽‍🌾 ಕ್ಷ\u200Cಕ e\u0301 \u00E9';
const LONG_NAME = 'ಉದ್ದವಾದ ಹೆಸರು 🏠 '.repeat(20).slice(0, 200);

function withOddTexts(document: Record<string, unknown>): Record<string, unknown> {
  const copy = JSON.parse(JSON.stringify(document));
  copy.states[0].name = LONG_NAME;
  copy.states[0].data.say[0].text.ta = ODD_TEXT;
  return copy;
}

async function openDocument(page: Page): Promise<Locator> {
  await page
    .getByRole('button', { name: /^Document/ })
    .first()
    .click();
  const text = page.getByRole('textbox', { name: 'Document of the flow' });
  await expect(text).toBeVisible();
  return text;
}

/** Writes over the line of the flow's name, which is the fourth. */
async function writeNameLine(page: Page, text: Locator, line: string): Promise<void> {
  await text.click();
  await page.keyboard.press('Control+Home');
  for (let times = 1; times < 4; times += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.insertText(line);
}

/** The flows are there only once the page is alive. */
async function openList(page: Page): Promise<void> {
  await page.goto('/flows');
  await expect(page.getByRole('link', { name: /^Loan against property/ }).first()).toBeVisible();
}

async function exported(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

async function choose(sheet: Locator, name: string, content: string): Promise<void> {
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(content) };
  await sheet.locator('input[type=file]').setInputFiles(file);
}

const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ }).first();
const takeOver = (page: Page) => page.getByRole('button', { name: 'Take over', exact: true });

test('a mistake is shown at its line, and a text without one is taken over as one edit', async ({ page }) => {
  await openCopy(page, 'json');
  const text = await openDocument(page);

  await test.step('the keyboard can leave the text', async () => {
    await text.focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(text).not.toBeFocused();
  });

  await writeNameLine(page, text, '"name": 12,');
  const problems = page.getByRole('region', { name: 'Problems' });
  await expect(problems).toContainText('Line 4');
  await expect(problems).toContainText('name must be a text');
  await expect(page.getByText('1 problem: not taken over yet')).toBeVisible();
  await expect(takeOver(page)).toBeDisabled();

  await writeNameLine(page, text, '"name" "broken",');
  await expect(problems).toContainText('":" was expected');

  await writeNameLine(page, text, '"name": "Written as JSON",');
  await expect(page.getByText('No problem found. Not taken over yet.')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: 'Written as JSON' })).toBeVisible();
  await expect(page.getByText('Taken over into the draft.')).toBeVisible();
  await expect(undo(page)).toHaveAccessibleName('Undo: Edit the document');
  await isSaved(page);
  await undo(page).click();
  await expect(page.getByRole('heading', { name: 'json' })).toBeVisible();
  await expect(text).toContainText('"name": "json"');
});

test('a text that was not taken over is kept, and so is what changed in the draft meanwhile', async ({ page }) => {
  await openCopy(page, 'kept text');

  await test.step('the text is kept when one leaves the view or reloads', async () => {
    await writeNameLine(page, await openDocument(page), '"name": oops');
    await expect(page.getByRole('region', { name: 'Problems' })).toBeVisible();
    await page.getByRole('button', { name: 'Drawing', exact: true }).first().click();
    await isReady(page);
    await expect(await openDocument(page)).toContainText('"name": oops');
    await page.reload();
    await isReady(page);
    await expect(await openDocument(page)).toContainText('"name": oops');
    await expect(page.getByRole('region', { name: 'Problems' })).toContainText('Line 4');
    await page.getByRole('button', { name: 'Discard my text' }).click();
    await expect(page.getByRole('textbox', { name: 'Document of the flow' })).toContainText('"name": "kept text"');
  });

  await test.step('what changed in the draft meanwhile stays when the text is taken over', async () => {
    await writeNameLine(page, await openDocument(page), '"name": "Both sides",');
    await expect(page.getByText('No problem found. Not taken over yet.')).toBeVisible();
    await page.getByRole('button', { name: 'Languages', exact: true }).first().click();
    await page.getByRole('searchbox', { name: 'Find in texts' }).fill('Tell me more');
    const cell = page.getByRole('row').nth(1).getByRole('gridcell').nth(2);
    await cell.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('ಇನ್ನೂ ಹೇಳಿ');
    await openDocument(page);
    await expect(page.getByText('The draft has changed since you began')).toBeVisible();
    await takeOver(page).click();
    await expect(page.getByRole('heading', { name: 'Both sides' })).toBeVisible();
    expect(await exported(page)).toContain('ಇನ್ನೂ ಹೇಳಿ');
  });
});

test('a damaged file is refused with place and reason, and one with odd texts and long names survives', async ({
  page,
}) => {
  const from = await openCopy(page, 'odd texts', withOddTexts);
  await openDocument(page);
  const file = await exported(page);
  expect(JSON.parse(file).id).toBe(from);
  expect(JSON.parse(file).states[0].name).toBe(LONG_NAME);
  expect(JSON.parse(file).states[0].data.say[0].text.ta).toBe(ODD_TEXT);

  const into = await openCopy(page, 'odd target');
  await openDocument(page);
  const good = await exported(page);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Import a flow file' });

  await test.step('what cannot be read changes nothing', async () => {
    await choose(sheet, 'cut.json', good.slice(0, 5_000));
    await expect(sheet.getByRole('alert')).toContainText('“cut.json” has a problem. Nothing was changed.');
    await expect(sheet.getByRole('alert')).toContainText(/The document is not JSON: line \d+, column \d+/);
    await choose(sheet, 'odd.json', good.replace('"type": "converse"', '"type": "sing"'));
    await expect(sheet.getByRole('row', { name: /state initial, type/ })).toContainText('must be one of');
    await choose(sheet, 'same.json', good);
    await expect(sheet.getByText('The file says the same as this draft.')).toBeVisible();
    await sheet.getByRole('button', { name: 'Close' }).click();
    await expect(undo(page)).toBeDisabled();
  });

  await test.step('odd texts are taken in and given out again', async () => {
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await choose(sheet, 'odd.json', file);
    await expect(sheet.getByRole('status')).toContainText('3 changes');
    await expect(sheet).toContainText('In `initial`, the Tamil text of `say.0.text` changed.');
    await sheet.getByRole('button', { name: 'Take the file over' }).click();
    await expect(undo(page)).toHaveAccessibleName('Undo: Import odd.json');
    await isSaved(page);
    await page.reload();
    await isReady(page);
    await openDocument(page);
    expect(JSON.parse(await exported(page))).toEqual({ ...JSON.parse(file), id: into });
  });
});

test('a new flow begins from the list, and another from a file', async ({ page }) => {
  await openList(page);
  await page.getByRole('button', { name: 'New flow' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('My first flow');
  await page.getByRole('button', { name: 'Make the flow' }).click();
  await expect(page.getByRole('heading', { name: 'My first flow' })).toBeVisible();
  await isReady(page);

  await openList(page);
  await page.getByRole('button', { name: 'Import a flow' }).click();
  const sheet = page.getByRole('dialog', { name: 'Import a flow' });
  await choose(sheet, 'nothing.json', '{"schemaVersion": 1}');
  await expect(sheet.getByRole('alert')).toContainText('“nothing.json” has');
  await expect(sheet.getByRole('row', { name: /^states/ })).toContainText('is missing');
  const shipped = await readFile('flows/library/collect-address.json', 'utf8');
  await choose(sheet, 'address.json', shipped);
  await expect(sheet.getByRole('status')).toContainText('states, in English');
  await sheet.getByRole('button', { name: 'Import it' }).click();
  await expect(page).toHaveURL(/\/flows\/collect-address-\d+$/);
  await isReady(page);
});
