import type { Page } from '@playwright/test';
import { axeOn, guidelines, seriousProblems } from './accessibility';
import { card, openCopy } from './editor';
import { expect, test } from './fixtures';

const panels = ['Inspector', 'Try', 'Issues', 'History', 'Versions', 'Live'] as const;
const views = ['Drawing', 'Languages', 'Document'] as const;

type Scheme = 'dark' | 'light';
type Looked = { readonly part?: string; readonly schemes?: readonly Scheme[] };

/** What is serious or worse on what is shown now; in dark colours only contrasts can differ. */
async function problemsOf(page: Page, { part, schemes = ['dark', 'light'] }: Looked = {}): Promise<readonly string[]> {
  await expect(page.locator('.animate-spin, [aria-busy="true"]')).toHaveCount(0);
  const problems: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveClass(colorScheme);
    const axe = axeOn(page, part);
    const found = await seriousProblems(
      colorScheme === 'dark' ? axe.withRules('color-contrast') : axe.withTags(guidelines),
    );
    problems.push(...found.map((problem) => `${colorScheme} ${problem}`));
  }
  return problems;
}

test('no view, no panel and no dialog of the editor has a serious problem', async ({ page }) => {
  test.setTimeout(180_000);
  await openCopy(page, 'axe');
  for (const view of views) {
    await page.getByRole('button', { name: view, exact: true }).click();
    expect(await problemsOf(page), view).toEqual([]);
  }
  await page.getByRole('button', { name: 'Drawing', exact: true }).click();
  for (const keys of ['Control+k', 'Shift+?', 'Control+f', 'Control+Shift+KeyP']) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await problemsOf(page, { schemes: ['light'] }), keys).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await card(page, 'initial').click({ position: { x: 80, y: 20 } });
  await page.getByRole('button', { name: 'Open the panel' }).click();
  for (const panel of panels) {
    await page.getByRole('tab', { name: panel }).click();
    await expect(page.getByRole('tabpanel')).not.toBeEmpty();
    // What stands beside it was looked at with the views.
    expect(await problemsOf(page, { part: 'aside' }), panel).toEqual([]);
  }
});
