import { expect, test } from './fixtures';
import { SimulatedCustomer } from './simulated-customer';

const drawing = '/flows/loan-against-property';

test('the list of flows leads to the drawing', async ({ page }) => {
  await page.goto('/flows');
  await page.getByRole('link', { name: /Loan against property/ }).click();
  await expect(page).toHaveURL(drawing);
  const canvas = page.getByRole('region', { name: 'Drawing of the flow' });
  await expect(canvas.locator('.react-flow__node').first()).toBeVisible();
  await expect(canvas.locator('.react-flow__edge').first()).toBeAttached();
});

test('the drawing shows where the simulated contact is and the way it took', async ({ page }) => {
  const customer = await SimulatedCustomer.begin(page, { name: 'On the map' });
  await customer.say('Hi, I need a loan against my property');
  await customer.isInState('introduction');
  await page.getByRole('link', { name: 'See it in the drawing' }).click();
  await expect(page.getByText('Shows where On the map is')).toBeVisible();
  const here = page.locator('.react-flow__node[aria-current="step"]');
  await expect(here).toHaveAttribute('data-id', 'introduction');
  await expect(page.locator('.react-flow__node[data-id="initial"] [data-mark="visited"]')).toBeAttached();
  await expect(page.getByRole('button', { name: /Introduction.*here/ })).toBeVisible();
});

test('a state is found by its words and shows its ways out', async ({ page }) => {
  await page.goto(drawing);
  await page.getByRole('searchbox', { name: 'Find a state' }).fill('objection');
  await page.getByRole('button', { name: 'Objection handling' }).first().click();
  await expect(page.getByRole('list', { name: 'Ways out' })).toContainText('not interested');
  await expect(page.locator('.react-flow__node.selected')).toHaveAttribute('data-id', 'objection_handling');
});

test('the cards speak the language that is chosen', async ({ page }) => {
  await page.goto(drawing);
  const card = page.locator('.react-flow__node[data-id="initial"]');
  await expect(card).toContainText('Hello');
  await page.getByLabel('Language').selectOption({ label: 'ಕನ್ನಡ' });
  await expect(card).toContainText('ನಮಸ್ಕಾರ');
});

test('the rules that hold everywhere are listed', async ({ page }) => {
  await page.goto(drawing);
  await page.getByRole('tab', { name: /Rules/ }).click();
  await expect(page.getByRole('tabpanel')).toContainText('opt out');
});

test('a flow that is not there is said so', async ({ page, pageNoise }) => {
  await page.goto('/flows/no-such-flow');
  await expect(page.getByRole('heading', { name: 'There is no such flow' })).toBeVisible();
  pageNoise.claim(); // the browser itself reports the 404
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the outline tells what the drawing shows', async ({ page }) => {
    await page.goto(drawing);
    await page.getByRole('button', { name: 'States and rules' }).click();
    await page.getByRole('button', { name: /First contact/ }).click();
    await expect(page.getByRole('list', { name: 'Ways out' })).toContainText('Introduction');
  });
});
