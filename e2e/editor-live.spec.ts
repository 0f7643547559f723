import type { Page } from '@playwright/test';
import { card, isReady } from './editor';
import { expect, test } from './fixtures';
import { SimulatedCustomer } from './simulated-customer';

const panel = (page: Page) => page.getByRole('region', { name: 'Live' });

async function openLive(page: Page): Promise<void> {
  await page.goto('/flows/loan-against-property');
  await isReady(page);
  await page.getByRole('button', { name: 'Open the panel' }).click();
  await page.getByRole('tab', { name: 'Live' }).click();
  await expect(panel(page)).toBeVisible();
}

test('conversations are counted on the canvas and in the tables, and each is replayed step by step', async ({
  page,
}) => {
  const hello = 'Hi, I need a loan against my property';
  await SimulatedCustomer.talk(page, 'Live on the map', [hello, 'It is a house in Pune worth 80 lakh']);
  await openLive(page);
  await panel(page).getByLabel('Channel').selectOption({ label: 'Simulator' });
  await panel(page).getByLabel('Period').selectOption({ label: '1 day' });
  await expect(panel(page).getByText(/^\d+ sessions?$/)).toBeVisible();
  await expect(card(page, 'initial').getByRole('img', { name: /sessions came here/ })).toBeVisible();

  const row = panel(page)
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: 'First contact' }) });
  await expect(row.getByRole('cell').first()).toHaveText(/^\d+$/);
  await panel(page).getByRole('button', { name: 'Transitions' }).click();
  await expect(panel(page).getByRole('columnheader', { name: 'Times' })).toBeVisible();
  await panel(page)
    .getByRole('button', { name: /First contact, interested/ })
    .click();
  await expect(page.locator('.react-flow__edge.selected')).toHaveCount(1);

  await panel(page).getByRole('button', { name: 'Replay the conversation of Live on the map' }).first().click();
  await expect(panel(page).getByRole('heading', { name: 'Replay of Live on the map' })).toBeVisible();
  const scrubber = panel(page).getByRole('slider', { name: 'Step' });
  const current = panel(page)
    .getByRole('listitem')
    .filter({ has: page.locator('[aria-current="step"]') });
  await scrubber.fill('0');
  await expect(page.locator('[data-mark="current"]')).toHaveCount(1);
  await panel(page).getByRole('button', { name: 'Next step' }).click();
  await expect(scrubber).toHaveValue('1');
  await expect(current).toContainText('understood as');
  await scrubber.press('End');
  await expect(panel(page).getByText(/₹80,00,000/)).toBeVisible();
  await panel(page).getByRole('button', { name: 'Play', exact: true }).click();
  await expect(scrubber).toHaveValue('0');
  await expect(scrubber).not.toHaveValue('0');
  await panel(page).getByRole('button', { name: 'Pause' }).click();

  await panel(page).getByRole('button', { name: 'Back to the list' }).click();
  await panel(page).getByRole('button', { name: 'All figures' }).click();
  await expect(panel(page).getByRole('columnheader', { name: 'Times' })).toBeVisible();

  await test.step('a version without conversations says so', async () => {
    await panel(page).getByLabel('Channel').selectOption({ label: 'WhatsApp' });
    await expect(panel(page).getByRole('heading', { name: 'Needs conversations' })).toBeVisible();
    await panel(page).getByLabel('Channel').selectOption({ label: 'Simulator' });
  });

  await test.step('a moment of a real conversation is tried on the draft', async () => {
    await card(page, 'initial').click();
    await panel(page).getByRole('button', { name: 'Replay the conversation of Live on the map' }).first().click();
    await panel(page).getByRole('slider', { name: 'Step' }).press('End');
    await panel(page).getByRole('button', { name: 'Try this moment on the draft' }).click();
    await expect(page.getByRole('tab', { name: 'Try', selected: true })).toBeVisible();
  });
});
