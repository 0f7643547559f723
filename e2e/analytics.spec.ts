import { expect, test } from './fixtures';
import { SimulatedCustomer } from './simulated-customer';

test('figures of the time that the address names, each with the list behind it', async ({ page }) => {
  const customer = await SimulatedCustomer.begin(page, { name: 'Counted' });
  await customer.say('I have a house in Bangalore worth 1.5 crore');
  await page.getByRole('link', { name: 'Analytics', exact: true }).click();

  await page
    .getByRole('button', { name: /Conversations began\. Show who they are/ })
    .first()
    .click();
  const list = page.getByRole('dialog', { name: 'Conversations began' });
  await expect(list.getByRole('link', { name: 'Open the lead Counted' }).first()).toBeVisible();
  await list.getByRole('button', { name: 'Close the list' }).click();
  await expect(page.getByRole('figure', { name: 'Conversations by day' })).toBeVisible();

  await page.getByRole('tab', { name: 'Funnel' }).click();
  const funnel = page.getByRole('region', { name: 'How far conversations came' });
  await funnel.getByRole('button', { name: 'Table' }).click();
  await expect(page.getByRole('rowheader', { name: /introduction/i })).toBeVisible();

  await page.getByRole('tab', { name: 'Cost' }).click();
  await expect(page.getByRole('region', { name: 'of turns needed a model' })).toContainText('0%');
  const reasons = page.getByRole('region', { name: 'Why each turn was read as it was' });
  await expect(reasons.getByRole('listitem')).toContainText(/no model is configured.*[1-9]\d* turns?/);
  await expect(page.getByRole('region', { name: 'No model is configured' })).toContainText('OPENAI_BASE_URL');
  await expect(page.getByRole('heading', { name: 'Nothing to review' })).toBeVisible();

  await page.getByRole('button', { name: '30 days' }).click();
  await expect(page).toHaveURL('/analytics?tab=cost&days=30');
  await page.reload();
  await expect(page.getByRole('button', { name: '30 days' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('tab', { name: 'Cost' })).toHaveAttribute('aria-selected', 'true');
});
