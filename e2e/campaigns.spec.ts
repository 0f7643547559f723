import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { SimulatedCustomer } from './simulated-customer';

const people = [
  'Mobile,Full name,Language,City,Old number',
  '98765 43210,Asha,Kannada,Bengaluru,1',
  '+91 91234 56789,Ravi,Tamil,Chennai,2',
  '9.19E+11,Meena,Telugu,Hyderabad,3',
  '98765 43210,Asha again,English,Mysuru,4',
  '12345,Kiran,=HYPERLINK("x"),Pune,5',
].join('\n');

test('a list is brought: its columns are mapped, its bad rows are listed, and its people are taken in with a proof', async ({
  page,
}) => {
  await create(page, 'From a list', 'People on WhatsApp');
  let letSave = () => {};
  const mayBeSaved = new Promise<void>((resolve) => {
    letSave = resolve;
  });
  await page.route('**/campaigns.save*', async (route) => {
    await mayBeSaved;
    await route.continue();
  });
  const step = page.getByRole('region', { name: 'People', exact: true });
  await step
    .getByLabel('Choose a list of people')
    .setInputFiles({ name: 'branch.csv', mimeType: 'text/csv', buffer: Buffer.from(people) });
  await expect(step.getByText('branch.csv: 5 rows')).toBeVisible();
  await expect(step.getByRole('combobox', { name: 'What “Mobile” is' })).toHaveValue('Phone number');
  const city = step.getByRole('combobox', { name: 'What “City” is' });
  await city.click();
  await city.fill('only for');
  await city.press('Enter');
  await expect(city).toHaveValue('Only for the message');
  // What was chosen stands while the draft is saved.
  letSave();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(city).toHaveValue('Only for the message');

  await step.getByRole('button', { name: 'Check the rows' }).click();
  const report = step.getByRole('region', { name: 'What the rows say' });
  await expect(report).toContainText('Good2');
  await expect(report).toContainText('Bad rows3');
  const bad = step.getByRole('region', { name: 'Bad rows' });
  await expect(bad.getByRole('row')).toHaveCount(4);
  await expect(bad).toContainText('cut short by a spreadsheet');
  await expect(bad).toContainText('The same number is in an earlier row');
  const download = page.waitForEvent('download');
  await step.getByRole('button', { name: 'Save the bad rows as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('branch-problems.csv');

  await step.getByRole('checkbox', { name: 'They agreed to get messages' }).check();
  const apply = step.getByRole('button', { name: 'Take in 2 people' });
  await expect(apply).toBeDisabled();
  await step.getByRole('textbox', { name: 'How', exact: true }).fill('Loan enquiry form at the branch');
  await step.getByLabel('The last one agreed on').fill('2026-01-15');
  await apply.click();
  await expect(step.getByText(/^Taken in /)).toBeVisible();
  await page.reload();
  await expect(step.getByText(/^Taken in /)).toBeVisible();
});

test('a campaign over simulated contacts is drafted, launched, paused, let go on, and done', async ({ page }) => {
  for (const name of ['Devi', 'Farhan']) {
    await SimulatedCustomer.talk(page, name, ['I need 20 lakh for a wedding, against my house in Pune']);
  }
  await create(page, 'Rate drop', 'Simulated contacts');
  await chooseWeddings(page);
  await writeMessage(page);
  // One a day: the second waits, however fast the first goes.
  await page.getByRole('spinbutton', { name: 'Messages a day, at most' }).fill('1');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Template' })).toHaveValue('interest_rate_drop');

  const launch = page.getByRole('region', { name: 'Check and launch', exact: true });
  await expect(launch.getByRole('region', { name: 'Who would get it now' })).toContainText('2 people');
  for (const warning of await launch.getByRole('checkbox').all()) await warning.check();
  await launch.getByRole('button', { name: 'Launch', exact: true }).click();

  const progress = page.getByRole('region', { name: 'Progress', exact: true });
  await expect(progress).toContainText('1sent, of 2', { timeout: 20_000 });
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Somebody paused it.')).toBeVisible();
  await page.getByRole('button', { name: 'Limits' }).click();
  const limits = page.getByRole('dialog', { name: 'Limits' });
  await limits.getByRole('spinbutton', { name: 'Messages a day, at most' }).fill('');
  await limits.getByRole('button', { name: 'Save' }).click();
  await expect(limits).toBeHidden();
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(progress).toContainText('2sent, of 2', { timeout: 20_000 });
  await expect(page.getByText('Everybody has got it, or is listed with the reason why not.')).toBeVisible();

  await page.getByRole('tab', { name: 'People' }).click();
  await page.getByRole('button', { name: /^Devi/ }).click();
  const history = page.getByRole('dialog', { name: 'What Devi got' });
  await expect(history.getByRole('region', { name: 'Preview' })).toContainText('Hello Devi');
  await expect(history.getByRole('region', { name: 'History' })).toContainText('Sent');
});

/** Those who want it for a wedding. */
async function chooseWeddings(page: Page): Promise<void> {
  const step = page.getByRole('region', { name: 'People', exact: true });
  const add = step.getByRole('combobox', { name: 'Add a rule' });
  await add.click();
  await add.fill('loan purpose');
  await add.press('Enter');
  const rule = step.getByRole('group', { name: 'Rule 1' });
  const wedding = rule.getByRole('button', { name: 'wedding', exact: true });
  if ((await wedding.getAttribute('aria-pressed')) === 'false') await wedding.click();
  for (const other of await rule.getByRole('button', { pressed: true }).all()) {
    if ((await other.textContent()) !== 'wedding') await other.click();
  }
  await expect(step.getByText('2 people now')).toBeVisible();
}

async function writeMessage(page: Page): Promise<void> {
  const step = page.getByRole('region', { name: 'Message', exact: true });
  const template = step.getByRole('combobox', { name: 'Template' });
  await template.click();
  await template.fill('interest_rate_drop');
  await template.press('Enter');
  await step.getByRole('textbox', { name: 'property', exact: true }).fill('');
  await step.getByRole('button', { name: 'Insert a field into property' }).click();
  const sheet = page.getByRole('dialog', { name: 'Insert a field' });
  const field = sheet.getByRole('combobox', { name: 'Field' });
  await field.click();
  await field.fill('property type');
  await field.press('Enter');
  await sheet.getByRole('textbox', { name: 'Where it is not known, say' }).fill('property');
  await sheet.getByRole('button', { name: 'Insert' }).click();
  await expect(step.getByRole('textbox', { name: 'property', exact: true })).toHaveValue(
    '{{ property_type | label | default("property") }}',
  );
  const preview = step.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('a loan against your house');
  await step.getByRole('button', { name: 'ಕನ್ನಡ', exact: true }).click();
  await expect(preview).toContainText('ನಮಸ್ಕಾರ');
  await step.getByRole('radio', { name: 'Write all the same' }).check();
}

async function create(page: Page, name: string, channel: string): Promise<void> {
  await page.goto('/campaigns');
  await page.getByRole('button', { name: 'New campaign' }).click();
  const sheet = page.getByRole('dialog', { name: 'New campaign' });
  await sheet.getByRole('textbox', { name: 'Name' }).fill(name);
  await sheet.getByRole('radio', { name: channel }).check();
  await sheet.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('textbox', { name: 'Name of the campaign' })).toHaveValue(name);
}
