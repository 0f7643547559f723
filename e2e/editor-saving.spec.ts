import { card, isReady, isSaved, openCopy, runInPalette } from './editor';
import { expect, test } from './fixtures';

const label = 'Saving';

test('a minute offline and a reload lose nothing', async ({ page, context, pageNoise }) => {
  const flowId = await openCopy(page, 'offline');
  await page.route('**/api/trpc/**', (route) => route.abort());
  await card(page, 'initial').focus();
  await runInPalette(page, 'Add state: Wait');
  await expect(page.getByRole('status', { name: label })).toContainText('Offline, 1 change kept here');
  await page.unroute('**/api/trpc/**');
  // The page is gone before anything could be sent.
  await page.close();
  const again = await context.newPage();
  await again.goto(`/flows/${flowId}`);
  await isReady(again);
  await expect(again.getByRole('button', { name: 'Undo: Recover 1 change kept in this browser' })).toBeVisible();
  await isSaved(again);
  await again.reload();
  await isReady(again);
  await runInPalette(again, 'state wait');
  await expect(card(again, 'wait')).toBeVisible();
  pageNoise.claim(); // the aborted requests
});

test('what two tabs change in different places is merged in both', async ({ page, context }) => {
  const flowId = await openCopy(page, 'two-tabs');
  const other = await context.newPage();
  await other.goto(`/flows/${flowId}`);
  await isReady(other);
  for (const [tab, type] of [
    [page, 'Wait'],
    [other, 'Handover'],
  ] as const) {
    await tab.bringToFront();
    await runInPalette(tab, `Add state: ${type}`);
    await isSaved(tab);
  }
  await page.bringToFront();
  for (const tab of [page, other]) {
    await tab.keyboard.press('Control+k');
    await tab.getByPlaceholder(/Go to a state/).fill('state wait');
    await expect(tab.getByRole('option', { name: /Wait/ }).first()).toBeVisible();
    await tab.getByPlaceholder(/Go to a state/).fill('state handover');
    await expect(tab.getByRole('option', { name: /Handover/ }).first()).toBeVisible();
    await tab.keyboard.press('Escape');
  }
});
