import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { card, openCopy } from './editor';
import { expect, test } from './fixtures';

const panels = ['Inspector', 'Try', 'Issues', 'History', 'Versions', 'Live'] as const;
const views = ['Drawing', 'Languages', 'Document'] as const;

/** What axe finds serious or worse on what is shown now; in dark colours only contrasts can differ. */
async function seriousProblems(
  page: Page,
  schemes: readonly ('dark' | 'light')[] = ['dark', 'light'],
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveClass(colorScheme);
    const axe = new AxeBuilder({ page });
    const run = colorScheme === 'dark' ? axe.withRules('color-contrast') : axe.withTags(levels);
    const { violations } = await run.analyze();
    problems.push(
      ...violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${colorScheme} ${id}: ${html.slice(0, 160)}`)),
    );
  }
  return problems;
}

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

test('no view and no panel of the editor has a serious problem', async ({ page }) => {
  test.setTimeout(180_000);
  await openCopy(page, 'axe');
  for (const view of views) {
    await page.getByRole('button', { name: view, exact: true }).click();
    await page.waitForLoadState('networkidle');
    expect(await seriousProblems(page), view).toEqual([]);
  }
  await page.getByRole('button', { name: 'Drawing', exact: true }).click();
  await card(page, 'initial').click({ position: { x: 80, y: 20 } });
  await page.getByRole('button', { name: 'Open the panel' }).click();
  for (const panel of panels) {
    await page.getByRole('tab', { name: panel }).click();
    await expect(page.getByRole('tabpanel')).not.toBeEmpty();
    await page.waitForLoadState('networkidle');
    expect(await seriousProblems(page), panel).toEqual([]);
  }
});

test('no dialog of the editor has a serious problem', async ({ page }) => {
  test.setTimeout(120_000);
  await openCopy(page, 'axe-dialogs');
  for (const keys of ['Control+k', 'Shift+?', 'Control+f', 'Control+Shift+KeyP']) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await seriousProblems(page, ['light']), keys).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('no part of the editor has a serious problem', async ({ page }) => {
    await openCopy(page, 'axe-phone');
    for (const part of ['Outline', 'Drawing']) {
      await page.getByRole('group', { name: 'Parts of the editor' }).getByRole('button', { name: part }).click();
      expect(await seriousProblems(page, ['light']), part).toEqual([]);
    }
  });
});
