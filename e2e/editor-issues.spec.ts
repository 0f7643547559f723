import type { Page } from '@playwright/test';
import { isSaved, openCopy } from './editor';
import { expect, test } from './fixtures';

const panel = (page: Page) => page.getByRole('region', { name: 'Issues' });
const row = (page: Page, name: RegExp) => page.getByRole('tree').getByRole('treeitem', { name });

async function openIssues(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Issues:/ }).click();
  await expect(panel(page)).toBeVisible();
}

test('an issue appears as one types, leads to its place, and is put right by one click', async ({ page }) => {
  await openCopy(page, 'issues as one types');
  await openIssues(page);
  await expect(panel(page).getByText(/rules looked at 58 states/)).toBeVisible();

  await row(page, /^Introduction/).focus();
  await page.keyboard.press('Enter');
  const text = page.getByRole('textbox', { name: /English/ }).first();
  await text.press('ControlOrMeta+End');
  await text.pressSequentially(' {{ loan_amount_needed | lakhcrore }}');
  await expect(page.getByRole('button', { name: /^Issues: 1 errors/ })).toBeVisible();
  await expect(row(page, /^Introduction.*1 error/)).toBeVisible();

  await openIssues(page);
  await panel(page)
    .getByRole('button', { name: /^Errors 1/ })
    .click();
  const issue = panel(page).getByRole('listitem').filter({ hasText: 'There is no format "lakhcrore"' });
  await issue.getByRole('button', { name: /There is no format/ }).click();
  await expect(page.getByRole('tab', { name: 'Inspector', selected: true })).toBeVisible();
  await expect(page.getByRole('textbox', { name: /English/ }).first()).toBeFocused();

  await openIssues(page);
  await issue.getByRole('button', { name: 'Use “lakhCrore”' }).click();
  await expect(panel(page).getByText('No errors: the flow can be published.')).toBeVisible();
  await expect(page.getByText('Done: Use “lakhCrore” (introduction)')).toBeVisible();
  await isSaved(page);
});

test('an outcome that leads nowhere is connected from its issue, by the keyboard', async ({ page }) => {
  await openCopy(page, 'issues connect', (document) => ({
    ...document,
    transitions: [document.transitions].flat().filter((way) => !isWay(way, 'completed:next', 'work_out_ltv')),
  }));
  await openIssues(page);
  const issue = panel(page).getByRole('listitem').filter({ hasText: 'leads nowhere' }).first();
  await issue.getByRole('button', { name: 'Connect to…' }).press('Enter');
  await page.keyboard.type('Closing');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('listitem').filter({ hasText: 'leads nowhere' })).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(panel(page).getByRole('listitem').filter({ hasText: 'leads nowhere' }).first()).toBeVisible();
});

test('all issues of a kind are put right at once where nothing is lost', async ({ page }) => {
  await openCopy(page, 'issues of a kind', (document) => ({
    ...document,
    transitions: [
      ...[document.transitions].flat(),
      { id: 'odd:1', from: 'introduction', outcome: 'no_such_outcome', to: 'closing' },
      { id: 'odd:2', from: 'closing', outcome: 'no_such_outcome', to: 'introduction' },
    ],
  }));
  await openIssues(page);
  await panel(page).getByRole('button', { name: 'Remove the transition: All 2 of this kind' }).first().click();
  await expect(panel(page).getByRole('heading', { name: 'No problems' })).toBeVisible();
});

function isWay(way: unknown, id: string, from: string): boolean {
  if (typeof way !== 'object' || way === null) return false;
  return ('id' in way && way.id === id) || ('from' in way && way.from === from);
}
