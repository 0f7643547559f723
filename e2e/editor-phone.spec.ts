import type { Page } from '@playwright/test';
import { axeOn, guidelines, seriousProblems } from './accessibility';
import { isSaved, openCopy } from './editor';
import { expect, test } from './fixtures';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('on a phone the outline tells and edits, texts are written, and a talk has room', async ({ page }) => {
  await openCopy(page, 'on a phone');
  await test.step('no part has a serious problem', () => findNoProblem(page));
  await test.step('the outline tells what the drawing shows', () => walkOutline(page));
  await test.step('the outline edits without the drawing', () => duplicateState(page));
  await test.step('one text at a time is written, language by language', () => writeTamil(page));
  await test.step('the talk has room, and nothing is wider than the screen', () => talk(page));
});

async function findNoProblem(page: Page): Promise<void> {
  for (const part of ['Outline', 'Drawing']) {
    await open(page, part);
    expect(await seriousProblems(axeOn(page).withTags(guidelines)), part).toEqual([]);
  }
}

async function walkOutline(page: Page): Promise<void> {
  await open(page, 'Outline');
  await page.getByRole('treeitem', { name: /First contact/ }).click();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('treeitem', { name: /interested/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('First contact');
}

async function duplicateState(page: Page): Promise<void> {
  await open(page, 'Outline');
  await page.getByRole('button', { name: 'Acts for First contact' }).tap();
  await page.getByRole('menuitem', { name: 'Duplicate' }).tap();
  const copy = page.getByRole('treeitem', { name: /^First contact/ }).and(page.locator('[data-key="state:initial_2"]'));
  await expect(copy).toHaveAttribute('aria-selected', 'true');
}

async function writeTamil(page: Page): Promise<void> {
  await open(page, 'Drawing');
  await page.getByRole('button', { name: 'Languages', exact: true }).first().click();
  await page.getByRole('button', { name: 'Next text' }).click();
  await expect(page.getByText(/^Text 2 of \d+$/)).toBeVisible();
  await page.getByRole('button', { name: 'தமிழ்' }).click();
  const area = page.getByRole('textbox', { name: /^Tamil text of First contact/ });
  await area.fill('உங்களிடம் வீடு இருக்கிறதா?');
  await isSaved(page);
  await page.getByRole('button', { name: 'Previous text' }).click();
  await page.getByRole('button', { name: 'Next text' }).click();
  await expect(area).toHaveValue('உங்களிடம் வீடு இருக்கிறதா?');
}

async function talk(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try it' }).click();
  const composer = page.getByRole('textbox', { name: 'Message', exact: true });
  await composer.fill('Hi, I need a loan against my property');
  await composer.press('Enter');
  await expect(page.getByRole('region', { name: 'Where the conversation is' })).toContainText('Introduction');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
}

async function open(page: Page, part: string): Promise<void> {
  await page.getByRole('group', { name: 'Parts of the editor' }).getByRole('button', { name: part }).click();
}
