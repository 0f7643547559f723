import { expect, test } from './fixtures';

test('the parts of the settings are reached from each other', async ({ page }) => {
  await page.goto('/settings');
  const parts = page.getByRole('navigation', { name: 'Parts of the settings' });
  for (const name of ['WhatsApp', 'Templates', 'Voice', 'Costs']) {
    await parts.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(parts.getByRole('link', { name })).toHaveAttribute('aria-current', 'page');
  }
});

test('without WhatsApp it is said how to connect a number', async ({ page }) => {
  await page.goto('/settings/whatsapp');
  const connect = page.getByRole('region', { name: 'Connect a number' });
  await expect(connect.getByRole('listitem')).toHaveCount(5);
  await expect(connect).toContainText('WHATSAPP_ACCESS_TOKEN');
  await expect(connect).toContainText('/api/webhooks/whatsapp');
  await expect(connect.getByRole('button', { name: 'Copy WHATSAPP_VERIFY_TOKEN' })).toBeVisible();
});

test('when answers are spoken is kept', async ({ page }) => {
  await page.goto('/settings/voice');
  await page.getByRole('radio', { name: 'Never' }).check();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Never' })).toBeChecked();
  await page.getByRole('radio', { name: 'When the customer has spoken' }).check();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
});

test('a price that is changed is kept, and the defaults come back', async ({ page }) => {
  await page.goto('/settings/costs');
  await expect(page.getByText('Nothing was billed in this month.')).toBeVisible();
  const marketing = page.getByRole('spinbutton', { name: 'Marketing', exact: true });
  await marketing.fill('0.9');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(marketing).toHaveValue('0.9');
  await page.getByRole('button', { name: 'Reset to defaults' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(marketing).toHaveValue('0.8631');
});
