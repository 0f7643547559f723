import { readFile } from 'node:fs/promises';
import { isSaved } from './editor';
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
  await page.getByRole('button', { name: 'Save “Conversations by day”' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Chart as SVG' }).click();
  const picture = await readFile(await (await saved).path(), 'utf8');
  for (const words of ['Conversations by day', 'A person was asked for']) expect(picture).toContain(`>${words}</text>`);

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

  await page.getByRole('button', { name: 'Dates' }).click();
  await page.getByLabel('From', { exact: true }).fill('2026-01-01');
  await page.getByLabel('Until (included)').fill('2026-01-31');
  await expect(page).toHaveURL('/analytics?tab=cost&from=2026-01-01&until=2026-01-31');
  await expect(page.getByText('No customer wrote in this time.')).toBeVisible();
  await page.getByLabel('From', { exact: true }).fill('2026-02-01');
  await expect(page.getByRole('alert').filter({ hasText: 'before the first one' })).toBeVisible();
  await expect(page).toHaveURL('/analytics?tab=cost&from=2026-01-01&until=2026-01-31');
});

test('a question without an answer is given a place for one in the flow, and that is undone', async ({ page }) => {
  const customer = await SimulatedCustomer.begin(page, { name: 'Curious' });
  await customer.say('Do you sell umbrellas made of cheese on the moon?');
  await page.goto('/analytics?tab=questions');
  const question = page.getByRole('listitem').filter({ hasText: 'umbrellas' });
  await question.getByRole('link', { name: 'Add to the flow' }).click();
  const asked = page.getByRole('region', { name: 'A question without an answer' });
  await expect(asked).toContainText('Do you sell umbrellas made of cheese on the moon?');

  await asked.getByRole('button', { name: 'Add an answer' }).click();
  const answer = page.locator('textarea:focus');
  await answer.fill('No, we lend against property only.');
  await expect(page.getByRole('region', { name: 'Inspector' })).toContainText('umbrellas');
  await expect(asked.getByRole('button', { name: 'Show the answer' })).toBeVisible();

  await isSaved(page);
  const undo = page.getByRole('button', { name: /^Undo/ });
  await undo.click();
  await undo.click();
  await expect(asked.getByRole('button', { name: 'Add an answer' })).toBeVisible();
  await isSaved(page);
});
