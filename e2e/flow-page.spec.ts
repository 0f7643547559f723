import { card } from './editor';
import { expect, test } from './fixtures';
import { SimulatedCustomer } from './simulated-customer';

const drawing = '/flows/loan-against-property';

test('the list of flows leads to the drawing, whose cards speak the language that is chosen', async ({ page }) => {
  await page.goto('/flows');
  await page.getByRole('link', { name: /Loan against property/ }).click();
  await expect(page).toHaveURL(drawing);
  const canvas = page.getByRole('region', { name: 'Drawing of the flow' });
  await expect(canvas.locator('.react-flow__node').first()).toBeVisible();
  await expect(canvas.locator('.react-flow__edge').first()).toBeAttached();
  await expect(card(page, 'initial')).toContainText('Hello');
  await page.getByLabel('Language', { exact: true }).selectOption({ label: 'ಕನ್ನಡ' });
  await expect(card(page, 'initial')).toContainText('ನಮಸ್ಕಾರ');
});

test('the drawing shows where the simulated contact is and the way it took', async ({ page }) => {
  const customer = await SimulatedCustomer.begin(page, { name: 'On the map' });
  await customer.say('Hi, I need a loan against my property');
  await customer.isInState('introduction');
  await page.getByRole('link', { name: 'See it in the drawing' }).click();
  await expect(page.getByText('Shows where On the map is')).toBeVisible();
  await expect(card(page, 'introduction').locator('[data-mark="current"]')).toBeVisible();
  await expect(card(page, 'initial').locator('[data-mark="visited"]')).toBeAttached();
});

test('a flow that is not there is said so', async ({ page, pageNoise }) => {
  await page.goto('/flows/no-such-flow');
  await expect(page.getByRole('heading', { name: 'There is no such flow' })).toBeVisible();
  pageNoise.claim(); // the browser itself reports the 404
});
