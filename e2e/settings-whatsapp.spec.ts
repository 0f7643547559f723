import { expect, test } from './fixtures';

test('the parts of the settings are reached from each other, and what is changed in them is kept', async ({ page }) => {
  await page.goto('/settings');
  const open = async (name: string): Promise<void> => {
    const link = page.getByRole('navigation', { name: 'Parts of the settings' }).getByRole('link', { name });
    await link.click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(link).toHaveAttribute('aria-current', 'page');
  };
  const save = page.getByRole('button', { name: 'Save' });
  const saved = page.getByText('Saved', { exact: true });

  await test.step('without WhatsApp it is said how to connect a number', async () => {
    await open('WhatsApp');
    const connect = page.getByRole('region', { name: 'Connect a number' });
    await expect(connect.getByRole('listitem')).toHaveCount(5);
    await expect(connect).toContainText('WHATSAPP_ACCESS_TOKEN');
    await expect(connect).toContainText('/api/webhooks/whatsapp');
    await expect(connect.getByRole('button', { name: 'Copy WHATSAPP_VERIFY_TOKEN' })).toBeVisible();
  });

  await open('Templates');

  await test.step('when answers are spoken is kept', async () => {
    await open('Voice');
    await page.getByRole('radio', { name: 'Never' }).check();
    await expect(saved).toBeVisible();
    await page.reload();
    await expect(page.getByRole('radio', { name: 'Never' })).toBeChecked();
    await page.getByRole('radio', { name: 'When the customer has spoken' }).check();
    await expect(saved).toBeVisible();
  });

  await test.step('a price that is changed is kept, and the defaults come back', async () => {
    await open('Costs');
    await expect(page.getByText('Nothing was billed in this month.')).toBeVisible();
    const marketing = page.getByRole('spinbutton', { name: 'Marketing', exact: true });
    await marketing.fill('0.9');
    await save.click();
    await expect(saved).toBeVisible();
    await page.reload();
    await expect(marketing).toHaveValue('0.9');
    await page.getByRole('button', { name: 'Reset to defaults' }).click();
    await save.click();
    await expect(saved).toBeVisible();
    await expect(marketing).toHaveValue('0.8631');
  });
});
