import { expect, test } from './fixtures';
import { SimulatedCustomer } from './simulated-customer';

test('the figures say who read the messages, and why, in the time that the address names', async ({ page }) => {
  const customer = await SimulatedCustomer.begin(page, { name: 'Counted' });
  await customer.say('I have a house in Bangalore worth 1.5 crore');
  await page.getByRole('link', { name: 'Analytics', exact: true }).click();
  await expect(page.getByRole('region', { name: 'of turns needed a model' })).toContainText('0%');
  const reasons = page.getByRole('region', { name: 'Why each turn was read as it was' });
  await expect(reasons.getByRole('listitem')).toContainText(/no model is configured.*[1-9]\d* turns?/);
  await expect(page.getByRole('region', { name: 'No model is configured' })).toContainText('OPENAI_BASE_URL');
  await expect(page.getByRole('heading', { name: 'Nothing to review' })).toBeVisible();

  await page.getByRole('button', { name: '30 days' }).click();
  await expect(page).toHaveURL('/analytics?days=30');
  await page.reload();
  await expect(page.getByRole('button', { name: '30 days' })).toHaveAttribute('aria-pressed', 'true');
});
