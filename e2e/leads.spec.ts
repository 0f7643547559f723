import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { SimulatedCustomer } from './simulated-customer';

/** Marks the customers of this run: those of another one may still be there. */
const run = Date.now().toString(36);

test('a fact leads to the words it came from, is changed with its history, and is confirmed', async ({ page }) => {
  const name = `Fact by fact ${run}`;
  await asksForLoan(page, name);
  await openLead(page, name);
  const facts = page.getByRole('region', { name: 'What is known' });
  const amount = facts.locator('[data-slot="loan_amount_needed"]');
  await expect(amount).toContainText('₹40 lakh');
  await amount.getByRole('button', { name: 'Show where they said “40 lakh”' }).click();
  const where = page.getByRole('dialog', { name: 'Where it was said' });
  await expect(where.locator('mark')).toHaveText('40 lakh');
  await where.getByRole('button', { name: 'Close' }).click();

  await choose(amount, 'What to do with Loan amount needed', 'Change');
  const field = facts.getByRole('spinbutton', { name: 'Loan amount needed' });
  await field.fill('4500000');
  await field.press('Enter');
  await expect(amount).toContainText('₹45,00,000');
  await expect(amount).toContainText('by an officer');
  await expect(amount).toContainText('before: ₹40,00,000');

  const value = facts.locator('[data-slot="property_value"]');
  await choose(value, 'What to do with Property value', 'Confirm');
  await expect(value).toContainText('confirmed');
  const story = page.getByRole('region', { name: 'What happened' });
  await expect(story).toContainText('set Loan amount needed: ₹45,00,000');
});

test('the loan is worked out anew while its sliders move, and notes and tasks are kept', async ({ page }) => {
  const name = `Slides along ${run}`;
  await asksForLoan(page, name);
  await openLead(page, name);
  const loan = page.getByRole('region', { name: 'The loan' });
  const instalment = loan.getByRole('status');
  const before = (await instalment.textContent()) ?? '';
  await loan.getByRole('slider', { name: 'Rate' }).press('ArrowRight');
  await expect(instalment).not.toHaveText(before);
  await loan.getByRole('button', { name: 'Back to what they asked for' }).click();
  await expect(instalment).toContainText('Monthly instalment');

  const notes = page.getByRole('region', { name: 'Notes' });
  await notes.getByRole('textbox', { name: 'Write a note' }).fill('Asked for the sale deed.');
  await notes.getByRole('button', { name: 'Add the note' }).click();
  await expect(notes.getByRole('listitem')).toContainText('Asked for the sale deed.');
  await expect(notes.getByRole('textbox', { name: 'Write a note' })).toHaveValue('');

  const tasks = page.getByRole('region', { name: 'To do' });
  await tasks.getByLabel('What is to be done').fill('Call the branch');
  await tasks.getByRole('button', { name: 'Add', exact: true }).click();
  await tasks.getByRole('checkbox', { name: 'Done: Call the branch' }).click();
  await expect(page.getByRole('region', { name: 'What happened' })).toContainText('has done: Call the branch');
  await page.reload();
  await expect(tasks.getByRole('checkbox', { name: 'Done: Call the branch' })).toBeChecked();
});

test('a lead is moved on the board by its menu, moved back, and dragged to another stage', async ({ page }) => {
  const name = `Moves about ${run}`;
  await asksForLoan(page, name);
  await page.goto(`/leads?layout=board&search=${encodeURIComponent(name)}`);
  const card = page.getByRole('region', { name: 'Board of leads' }).getByRole('listitem').filter({ hasText: name });
  await choose(card, `Move ${name} to another stage`, 'Closing');
  await expect(cardIn(page, 'Closing', name)).toContainText('moved by');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cardIn(page, 'Closing', name)).toBeHidden();

  await card.dragTo(column(page, 'Introduction'), { steps: 6 });
  await expect(cardIn(page, 'Introduction', name)).toBeVisible();
  await page.reload();
  await expect(cardIn(page, 'Introduction', name)).toBeVisible();
});

test('what is narrowed is kept as a view, and those who are chosen get a tag', async ({ page }) => {
  const name = `Narrowed ${run}`;
  await asksForLoan(page, name);
  await page.goto(`/leads?search=${encodeURIComponent(name)}`);
  await page.getByRole('button', { name: 'City', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Mysuru' }).click(); // the address says whether it is checked
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'City: Mysuru' })).toBeVisible();
  await expect(page).toHaveURL(/cities=Mysuru/);

  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByLabel('Name', { exact: true }).fill(`View ${run}`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'All leads' }).click();
  await expect(page).not.toHaveURL(/cities/);
  await page.getByRole('button', { name: `View ${run}` }).click();
  await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(1);

  await page.getByRole('checkbox', { name: `Choose ${name}` }).check();
  const bulk = page.getByRole('region', { name: 'What to do with the chosen ones' });
  await bulk.getByRole('button', { name: 'Tag' }).click();
  await page.getByLabel('Tag to add').fill(`vip-${run}`);
  await page.getByRole('button', { name: 'Add the tag' }).click();
  await expect(page.getByText('Done, for 1 lead.')).toBeVisible();
  await page.goto(`/leads?tags=vip-${run}`);
  await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(1);
});

test('the table is walked, searched and chosen from by the keyboard alone', async ({ page }) => {
  const name = `Keys only ${run}`;
  await asksForLoan(page, name);
  await page.goto('/leads');
  await expect(page.getByRole('table', { name: 'Leads' })).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(name);
  await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(1);
  await expect(page.getByText('1 lead', { exact: true })).toBeVisible();
  await page.getByRole('searchbox').blur();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name })).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByRole('checkbox', { name: `Choose ${name}` })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
});

/** A customer who says in one message what is asked first. */
async function asksForLoan(page: Page, name: string): Promise<void> {
  const wish = 'Hi, I need a loan against my house in Mysuru';
  await SimulatedCustomer.talk(page, name, [wish, 'It is worth 90 lakh and I need 40 lakh for my business']);
}

async function openLead(page: Page, name: string): Promise<void> {
  await page.goto(`/leads?search=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

async function choose(within: Locator, menu: string, act: string): Promise<void> {
  await within.getByRole('button', { name: menu }).click();
  await within.page().getByRole('menuitem', { name: act, exact: true }).click();
}

function column(page: Page, stage: string): Locator {
  return page.getByRole('region', { name: new RegExp(`^${stage}, `) });
}

function cardIn(page: Page, stage: string, name: string): Locator {
  return column(page, stage).getByRole('listitem').filter({ hasText: name });
}
