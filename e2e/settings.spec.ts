import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const alone = 'The embedded reader alone';
const both = 'The embedded reader, and a model where it is not sure';

test('a setting that is saved is kept, and the defaults come back', async ({ page }) => {
  const settings = await openSettings(page);
  await expect(settings.getByRole('region', { name: 'No model is configured' })).toContainText('OPENAI_API_KEY');
  await expect(settings.getByRole('radio', { name: both })).toBeChecked();
  await expect(settings.getByRole('button', { name: 'Save' })).toBeDisabled();

  await settings.getByRole('radio', { name: alone }).check();
  await settings.getByRole('slider', { name: 'Its confidence is at least' }).fill('75');
  await settings.getByRole('checkbox', { name: 'A model may word answers' }).uncheck();
  await settings.getByRole('spinbutton', { name: 'Rupees for all contacts a day' }).fill('150000');
  await expect(settings.getByText('₹1,50,000 a day')).toBeVisible();
  await save(page);

  await page.reload();
  await expect(settings.getByRole('radio', { name: alone })).toBeChecked();
  await expect(settings.getByRole('slider', { name: 'Its confidence is at least' })).toHaveValue('75');
  await expect(settings.getByRole('checkbox', { name: 'A model may word answers' })).not.toBeChecked();
  await expect(settings.getByRole('spinbutton', { name: 'Rupees for all contacts a day' })).toHaveValue('150000');

  await settings.getByRole('button', { name: 'Reset to defaults' }).click();
  await save(page);
  await page.reload();
  await expect(settings.getByRole('radio', { name: both })).toBeChecked();
  await expect(settings.getByRole('spinbutton', { name: 'Rupees for all contacts a day' })).toHaveValue('500');
  await expect(settings.getByRole('button', { name: 'Reset to defaults' })).toBeDisabled();
});

test('what can’t be saved is said, and what is not saved yet is kept until it is discarded', async ({
  page,
  pageNoise,
}) => {
  const settings = await openSettings(page);

  await test.step('what is out of bounds is not sent', async () => {
    const budget = settings.getByRole('spinbutton', { name: 'Rupees for all contacts a day' });
    await budget.fill('-1');
    await settings.getByRole('button', { name: 'Save' }).click();
    await expect(budget).toBeFocused();
    await expect(settings.getByText('Not saved yet.')).toBeVisible();
    await budget.fill('500');
    await expect(settings.getByText('Not saved yet.')).toBeHidden();
  });

  await test.step('a refusal of the server is said, and what was changed is kept', async () => {
    await page.route('**/api/trpc/understanding.saveSettings**', (route) => route.abort());
    await settings.getByRole('radio', { name: alone }).check();
    await settings.getByRole('button', { name: 'Save' }).click();
    await expect(settings.getByRole('alert')).toContainText('Not saved.');
    await expect(settings.getByRole('radio', { name: alone })).toBeChecked();
    await settings.getByRole('button', { name: 'Discard' }).click();
    expect(pageNoise.claim().join()).toContain('ERR_FAILED');
    await page.unroute('**/api/trpc/understanding.saveSettings**');
  });

  await test.step('what is not saved is still there after leaving, and can be discarded', async () => {
    await settings.getByRole('radio', { name: alone }).check();
    await expect(settings.getByText('Not saved yet.')).toBeVisible();
    await page.getByRole('link', { name: 'Flows', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Flows', level: 1 })).toBeVisible();
    await page.getByRole('link', { name: 'Settings', exact: true }).click();
    await expect(settings.getByRole('radio', { name: alone })).toBeChecked();
    await page.reload();
    await expect(settings.getByText('Not saved yet.')).toBeVisible();
    await settings.getByRole('button', { name: 'Discard' }).click();
    await expect(settings.getByRole('radio', { name: both })).toBeChecked();
    await expect(settings.getByRole('button', { name: 'Save' })).toBeDisabled();
  });
});

async function openSettings(page: Page) {
  await page.goto('/settings');
  return page.getByRole('region', { name: 'Understanding' });
}

async function save(page: Page): Promise<void> {
  const settings = page.getByRole('region', { name: 'Understanding' });
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(settings.getByText('Saved', { exact: true })).toBeVisible();
}
