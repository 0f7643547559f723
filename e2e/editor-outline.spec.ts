import type { Locator, Page } from '@playwright/test';
import { isSaved, openCopy } from './editor';
import { expect, test } from './fixtures';

const tree = (page: Page): Locator => page.getByRole('tree', { name: 'States, rules and notes' });
const item = (page: Page, name: string | RegExp): Locator => tree(page).getByRole('treeitem', { name });
const focused = (page: Page): Locator => tree(page).locator('[role="treeitem"]:focus');

/** Goes to a state by the keyboard alone, as a person who sees nothing would: by typing what it is called. */
async function findState(page: Page, name: string): Promise<void> {
  const search = page.getByRole('searchbox', { name: 'Find a state' });
  await search.focus();
  await search.fill(name);
  await page.keyboard.press('ArrowDown');
  await expect(focused(page)).toContainText(name);
}

test('a state is added after an outcome, led on, deleted and brought back by the keyboard alone', async ({ page }) => {
  await openCopy(page, 'outline by keys');
  await findState(page, 'Objection handling');
  await page.keyboard.press('ArrowRight');
  await expect(focused(page)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(focused(page)).toHaveAttribute('aria-level', '2');

  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Add a state or lead it to…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByPlaceholder('Search states')).toBeFocused();
  await page.keyboard.type('new say');
  await page.keyboard.press('Enter');
  const added = tree(page).locator('[data-key="state:say"]');
  await expect(added).toHaveAttribute('aria-selected', 'true');
  await expect(added).toBeFocused();

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(focused(page)).toContainText('leads nowhere');
  await page.keyboard.press('Shift+F10');
  await page.keyboard.press('Enter');
  await expect(page.getByPlaceholder('Search states')).toBeFocused();
  await page.keyboard.type('Introduction');
  await page.keyboard.press('Enter');
  await expect(focused(page)).not.toContainText('leads nowhere');
  await page.keyboard.press('ArrowDown');
  await expect(focused(page)).toContainText('Introduction');

  await page.keyboard.press('Delete');
  await expect(item(page, /^next/)).toContainText('leads nowhere');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(added).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(added).toHaveCount(0);
  await expect(focused(page)).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(added).toHaveCount(1);
  await isSaved(page);
});

test('the tree is one tab stop whose rows say where they are, and what is found in it is counted', async ({ page }) => {
  await openCopy(page, 'outline as a tree');
  await expect(tree(page)).toHaveAttribute('aria-multiselectable', 'true');
  await expect(tree(page).locator('[role="treeitem"][tabindex="0"]')).toHaveCount(1);
  await item(page, /^First contact/).focus();
  await expect(focused(page)).toHaveAttribute('aria-posinset', '1');
  await page.keyboard.press('End');
  await expect(focused(page)).toContainText('Notes');
  await page.keyboard.press('Home');
  await page.keyboard.type('qual');
  await expect(focused(page)).toContainText('Qualifying');
  await page.keyboard.press('Tab');
  await expect(focused(page)).toHaveCount(0);

  await test.step('also by what is said in the chosen language', async () => {
    await page.getByLabel('Language').selectOption({ label: 'ಕನ್ನಡ' });
    await page.getByRole('searchbox', { name: 'Find a state' }).fill('ನಮಸ್ಕಾರ');
    await expect(page.getByRole('status').filter({ hasText: /\d+ found/ })).toBeVisible();
    await expect(tree(page).locator('[lang="kn"]').first()).toContainText('ನಮಸ್ಕಾರ');
    await page.getByRole('searchbox', { name: 'Find a state' }).fill('no such words at all');
    await expect(page.getByText('Nothing has these words.')).toBeVisible();
  });
});

test('states are grouped by keys, and renamed, made the start and led elsewhere from the menus', async ({ page }) => {
  await openCopy(page, 'outline groups');

  await test.step('several states are selected by keys, grouped, and the group is named and taken apart', async () => {
    await item(page, /^Introduction/).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(tree(page).locator('[aria-selected="true"]')).toHaveCount(3);
    await page.keyboard.press('ControlOrMeta+g');
    const group = item(page, /^Group\b/);
    await expect(group).toContainText('3 states');
    await group.focus();
    await page.keyboard.press('F2');
    await page.getByRole('dialog').getByLabel('Name').fill('The beginning');
    await page.keyboard.press('Enter');
    await expect(item(page, /^The beginning/)).toBeFocused();
    await expect(item(page, /^Qualifying/)).toHaveAttribute('aria-level', '2');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Ungroup' }).click();
    await expect(item(page, /^Qualifying/)).toHaveAttribute('aria-level', '1');
  });

  await test.step('a state is renamed, made the start, and its transition led elsewhere from the menus', async () => {
    await item(page, /^Introduction/).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Rename…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rename Introduction' });
    await dialog.getByLabel('Id').fill('qualifying');
    await expect(dialog.getByRole('status')).toContainText('Another state has this id');
    await dialog.getByLabel('Id').fill('welcome');
    await dialog.getByLabel('Name').fill('Welcome');
    await dialog.getByRole('button', { name: 'Rename' }).click();
    await expect(item(page, /^Welcome/)).toHaveAttribute('data-key', 'state:welcome');

    await item(page, /^Welcome/).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Start the flow here' }).click();
    await expect(item(page, /^Welcome/)).toContainText('start');

    await item(page, /^Welcome/).focus();
    await page.keyboard.press('ArrowRight');
    const way = item(page, /^Qualifying/).first();
    await way.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Lead it elsewhere…' }).click();
    await page.keyboard.type('Loan details');
    await page.keyboard.press('Enter');
    await expect(item(page, /^Loan details/).first()).toHaveAttribute('aria-level', '3');
  });
});
