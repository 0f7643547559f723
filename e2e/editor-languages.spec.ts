import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { isSaved, openCopy } from './editor';
import { expect, test } from './fixtures';

const LANGUAGES = ['en', 'hi', 'kn', 'ta', 'te'];

async function openTable(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Languages', exact: true }).first().click();
  const grid = page.getByRole('grid', { name: 'Texts in every language' });
  await expect(grid.getByRole('row').nth(1)).toBeVisible();
  return grid;
}

/** The cell of a language in the row that says something in English. */
function cell(page: Page, english: string, language: string): Locator {
  const row = page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: english, exact: true }) });
  return row.first().getByRole('gridcell').nth(LANGUAGES.indexOf(language));
}

async function find(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find in texts' }).fill(words);
}

async function write(page: Page, target: Locator, text: string): Promise<void> {
  await target.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Escape');
}

/** Pastes as the browser would, whatever it lets a page read of the clipboard. */
async function paste(target: Locator, text: string): Promise<void> {
  await target.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** The shipped flow with a text of its first state missing in Kannada. */
function withoutKannada(document: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(document).replace(/("Tell me more","hi":"[^"]*"),"kn":"[^"]*"/, '$1'));
}

const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ }).first();

test('keys move through the table, a composed text is written whole, and cells are pasted as one step', async ({
  page,
}) => {
  await openCopy(page, 'table keys');
  await openTable(page);
  await find(page, 'Tell me more');

  await test.step('keys move through the table, write and leave', async () => {
    const english = cell(page, 'Tell me more', 'en');
    await english.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(cell(page, 'Tell me more', 'kn')).toBeFocused();
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: /^Kannada text of/ })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('textbox', { name: /^Tamil text of/ })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(cell(page, 'Tell me more', 'ta')).toBeFocused();
    await page.keyboard.press('Control+End');
    await expect(page.getByRole('row').last().getByRole('gridcell').last()).toBeFocused();
    await expect(undo(page)).toBeDisabled();
  });

  await test.step('a Kannada text that is composed is written once, whole, and undone in one step', async () => {
    const target = cell(page, 'Tell me more', 'kn');
    const before = (await target.textContent()) ?? '';
    await target.click();
    await page.keyboard.press('Control+a');
    const browser = await page.context().newCDPSession(page);
    for (const text of ['ನ', 'ನಮ', 'ನಮಸ್', 'ನಮಸ್ಕಾ']) {
      await browser.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await expect(undo(page)).toHaveAccessibleName('Undo');
    await browser.send('Input.insertText', { text: 'ನಮಸ್ಕಾರ' });
    await expect(page.getByRole('textbox', { name: /^Kannada text of First contact/ })).toHaveValue('ನಮಸ್ಕಾರ');
    await page.keyboard.press('Escape');
    await expect(target).toContainText('ನಮಸ್ಕಾರ');
    await undo(page).click();
    await expect(target).toHaveText(before);
  });

  await test.step('cells of a spreadsheet are pasted as one step', async () => {
    await find(page, '');
    const rows = page.getByRole('grid').getByRole('row');
    const first = rows.nth(2).getByRole('gridcell').nth(2);
    const below = rows.nth(3).getByRole('gridcell').nth(3);
    await expect(below).toBeVisible();
    const before = (await first.textContent()) ?? '';
    await first.focus();
    await first.click();
    await page.keyboard.press('Escape');
    await paste(first, 'ಒಂದು\tஇரண்டு\r\nಮೂರು\tநான்கு\r\n');
    await expect(first).toContainText('ಒಂದು');
    await expect(below).toContainText('நான்கு');
    await undo(page).click();
    await expect(first).toHaveText(before);
  });
});

test('the table says what is missing, stale or wrong at its cell, and what is written is there after a reload', async ({
  page,
}) => {
  await openCopy(page, 'missing', withoutKannada);
  await openTable(page);

  await test.step('the filter shows what is missing, and what was written stays in view', async () => {
    await page.getByLabel('Show', { exact: true }).selectOption({ label: 'Missing (1)' });
    await expect(page.getByText(/^1 of \d+ texts$/)).toBeVisible();
    const target = cell(page, 'Tell me more', 'kn');
    await expect(target).toContainText('Missing');
    await expect(page.getByRole('link', { name: 'Add a model to draft 1' })).toHaveAttribute('href', '/settings');
    await write(page, target, 'ಇನ್ನಷ್ಟು ಹೇಳಿ');
    await expect(target).toHaveText('ಇನ್ನಷ್ಟು ಹೇಳಿ');
    await expect(page.getByLabel('Show', { exact: true }).getByRole('option', { name: 'Missing (0)' })).toBeAttached();
  });

  await test.step('a Tamil text is written in the table and is there after a reload', async () => {
    await write(page, cell(page, 'Tell me more', 'ta'), 'இன்னும் சொல்லுங்கள்');
    await expect(cell(page, 'Tell me more', 'ta')).toContainText('இன்னும் சொல்லுங்கள்');
    await expect(undo(page)).toHaveAccessibleName('Undo: Edit Tamil text of First contact');
    await isSaved(page);
    await page.reload();
    await openTable(page);
    await find(page, 'Tell me more');
    await expect(cell(page, 'Tell me more', 'ta')).toContainText('இன்னும் சொல்லுங்கள்');
  });

  await test.step('other placeholders and a text that is too long are said at their cell', async () => {
    const target = cell(page, 'Tell me more', 'te');
    await target.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('{{ property_value }} మరింత చెప్పండి దయచేసి');
    await expect(page.getByText(/^\d+ of 20 characters$/)).toBeVisible();
    await expect(target).toContainText('shows other values than the English one');
    await expect(target).toContainText('WhatsApp shows at most 20');
  });

  await test.step('a changed original makes its translations stale until a person says that they are still right', async () => {
    await write(page, cell(page, 'Tell me more', 'en'), 'Tell me more please');
    const kannada = cell(page, 'Tell me more please', 'kn');
    await expect(kannada).toContainText('Stale');
    await expect(kannada).toContainText('The English text has changed since this was written');
    await kannada.getByRole('button', { name: 'Still right' }).click();
    await expect(kannada).not.toContainText('Stale');
    await expect(cell(page, 'Tell me more please', 'hi')).toContainText('Stale');
  });
});

test('a language is removed and comes back, and a table goes out to a translator and comes back changed', async ({
  page,
}) => {
  const flowId = await openCopy(page, 'csv');
  await openTable(page);

  await test.step('a language is removed and comes back by undo', async () => {
    await page.getByRole('region', { name: 'Translations' }).getByRole('button', { name: 'Languages' }).click();
    const sheet = page.getByRole('dialog', { name: 'Languages of this flow' });
    await sheet.getByRole('button', { name: 'Remove Telugu' }).click();
    await expect(sheet.getByRole('alert')).toContainText('texts in Telugu will be removed');
    await sheet.getByRole('button', { name: 'Remove it' }).click();
    await expect(sheet.getByRole('checkbox', { name: 'Show Telugu' })).toHaveCount(0);
    await expect(sheet.getByLabel('Add a language')).toContainText('తెలుగు');
    await sheet.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('columnheader')).toHaveCount(5);
    await undo(page).click();
    await expect(page.getByRole('columnheader')).toHaveCount(6);
    await find(page, 'Tell me more');
    await expect(cell(page, 'Tell me more', 'te')).not.toContainText('Missing');
    await find(page, '');
  });

  await test.step('a table goes out to a translator and comes back with one text changed', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${flowId}-texts.csv`);
    const table = await readFile(await download.path(), 'utf8');
    expect(table.startsWith('\uFEFFkey,state,place,en,hi,kn,ta,te\r\n')).toBe(true);
    const before = /,Tell me more,[^,]*,([^,]*),/.exec(table)?.[1] ?? '';
    const changed = `${table.replace(`,${before},`, ',ಇನ್ನೂ ಹೇಳಿ,')}\r\nnobody/text,,,,,ಏನೂ ಇಲ್ಲ,,\r\n`;

    await page.getByRole('button', { name: 'Import CSV' }).click();
    const sheet = page.getByRole('dialog', { name: 'Import translations' });
    const file = { name: 'back.csv', mimeType: 'text/csv', buffer: Buffer.from(changed) };
    await sheet.locator('input[type=file]').setInputFiles(file);
    await expect(sheet.getByRole('status')).toContainText('1 text would change.');
    await expect(sheet).toContainText('This flow has no text with the key "nobody/text"');
    await sheet.getByRole('button', { name: 'Take over 1 text' }).click();
    await expect(undo(page)).toHaveAccessibleName('Undo: Import texts from back.csv');
    await find(page, 'ಇನ್ನೂ ಹೇಳಿ');
    await expect(page.getByRole('gridcell', { name: 'ಇನ್ನೂ ಹೇಳಿ' })).toBeVisible();
  });
});

test('words are found in all languages, gone to by keys, and replaced at once', async ({ page }) => {
  await openCopy(page, 'replace');
  const sheet = page.getByRole('dialog', { name: 'Search and replace' });

  await test.step('keys go through the matches and to the text in the inspector', async () => {
    await page.keyboard.press('Control+f');
    await sheet.getByRole('searchbox', { name: 'Find in all texts' }).fill('Tell me more');
    await expect(sheet.getByRole('status')).toContainText('matches in');
    await expect(sheet.locator('[aria-current=true]')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Control+Enter');
    await expect(sheet).toBeHidden();
    await expect(page.locator('.react-flow__node.selected')).toHaveAttribute('data-id', 'initial');
  });

  await test.step('a word is replaced with a preview, and one undo takes it back', async () => {
    await page.getByRole('button', { name: 'Search and replace' }).click();
    await sheet.getByRole('searchbox', { name: 'Find in all texts' }).fill('EMI');
    await sheet.getByRole('button', { name: 'Match case' }).click();
    await expect(sheet.getByRole('status')).toContainText(/^\d+ matches in \d+ texts of \d+ places\.$/);
    await sheet.getByRole('button', { name: 'Replace', exact: true }).first().click();
    await sheet.getByRole('textbox', { name: 'Replace with' }).fill('XMI');
    await expect(sheet.locator('ins').first()).toHaveText('XMI');
    await expect(sheet.locator('del').first()).toHaveText('EMI');
    await sheet.getByRole('button', { name: /^Replace in all \d+ texts$/ }).click();
    await expect(sheet.getByRole('status')).toContainText('Undo takes all of it back.');
    await expect(sheet.getByRole('status')).toContainText('No text has these words.');
    await sheet.getByRole('searchbox', { name: 'Find in all texts' }).fill('XMI');
    for (const language of ['हिन्दी', 'ಕನ್ನಡ', 'தமிழ்', 'తెలుగు', 'English']) {
      await sheet.getByRole('button', { name: language, exact: true }).click();
    }
    await expect(sheet.getByRole('status')).toContainText('No text has these words.');
    await sheet.getByRole('button', { name: 'ಕನ್ನಡ', exact: true }).click();
    await expect(sheet.getByRole('status')).toContainText('matches in');
    await sheet.getByRole('button', { name: 'Close' }).click();
    await expect(undo(page)).toHaveAccessibleName('Undo: Replace “EMI” by “XMI”');
    await undo(page).click();
    await expect(undo(page)).toBeDisabled();
  });
});
