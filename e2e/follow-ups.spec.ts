import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { SimulatedCustomer } from './simulated-customer';

/** Marks the customers of this run: those of another one may still be there. */
const run = Date.now().toString(36);

test('a plan of a conversation is in the list with its reason, is moved, moved back, and cancelled', async ({
  page,
}) => {
  const name = await thinksAboutIt(page, `Thinking it over ${run}`);
  await page.goto('/follow-ups');
  const row = rowOf(page, name);
  await expect(row).toContainText('Said “later”');
  await row.focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name });
  await expect(sheet.getByRole('region', { name: 'Why then' })).toContainText(
    /The drawing says: after [78] days\./, // an eighth begins where the seventh ends in the night or on a Sunday
  );
  await expect(sheet.getByRole('region', { name: 'What will be said' }).getByRole('article')).toBeVisible();

  await sheet.getByRole('button', { name: 'Move' }).click();
  await sheet.getByLabel('New time').fill(inDays(3, '11:30'));
  await sheet.getByRole('button', { name: 'Move' }).click();
  await expect(sheet).toBeHidden();
  await expect(row).toContainText('11:30 am');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).not.toContainText('11:30 am');

  await row.click();
  await sheet.getByRole('button', { name: 'Cancel it' }).click();
  await sheet.getByRole('button', { name: 'Yes, cancel it' }).click();
  await expect(row).toBeHidden();
  await page.getByRole('button', { name: 'Not sent' }).click();
  await expect(rowOf(page, name)).toContainText('An officer cancelled it.');
});

test('a plan is in the calendar, and is dragged to another day', async ({ page }) => {
  const name = `Dragged along ${run}`;
  const now = new Date();
  // Two days of the month that is shown.
  const [from, to] = now.getDate() > 26 ? ['02', '03'] : ['27', '28'];
  const month = new Date(now.getFullYear(), now.getMonth() + (from === '02' ? 1 : 0), 1);
  const dayOf = (day: string): string => `${dayText(month).slice(0, 8)}${day}`;
  await planByHand(page, name, new Date(`${dayOf(from)}T11:00`));
  await page.goto('/follow-ups?view=calendar');
  const calendar = page.getByRole('region', { name: 'Calendar of follow-ups' });
  if (from === '02') await calendar.getByRole('button', { name: 'Later' }).click();
  await expect(calendar.locator(`td[data-date="${dayOf(from)}"]`).getByRole('button', { name })).toBeVisible();
  await calendar.getByRole('button', { name }).dragTo(calendar.locator(`td[data-date="${dayOf(to)}"]`), { steps: 6 });
  await expect(page.getByText(`${name}: moved to`)).toBeVisible();
  await expect(calendar.locator(`td[data-date="${dayOf(to)}"]`).getByRole('button', { name })).toBeVisible();
  await calendar.getByRole('button', { name: 'List' }).click();
  await calendar.getByRole('button', { name }).press('Enter');
  await expect(page.getByRole('dialog', { name })).toContainText('Meera chose the time.');
});

test('one that is added by hand and sent at once arrives on the customer’s phone', async ({ page }) => {
  const name = `Written to by hand ${run}`;
  const customer = await SimulatedCustomer.begin(page, { name });
  await customer.say('Hi, I need a loan against my property');
  const address = page.url();
  await openFollowUps(page);
  await page.getByRole('button', { name: 'Add a follow-up' }).click();
  const adding = page.getByRole('dialog', { name: 'Add a follow-up' });
  await adding.getByRole('searchbox', { name: 'Customer' }).fill(`by hand ${run.slice(0, 4)}`);
  await adding.getByRole('button', { name }).click();
  await adding.getByLabel('Words (optional)').fill('Shall we look at your papers together?');
  await adding.getByRole('button', { name: 'Add' }).click();
  await expect(adding).toBeHidden();

  await rowOf(page, name).click();
  const sheet = page.getByRole('dialog', { name });
  await expect(sheet.getByRole('article', { name: 'Business' })).toContainText(
    'Shall we look at your papers together?',
  );
  await sheet.getByRole('button', { name: 'Send now' }).click();
  await sheet.getByRole('button', { name: 'Yes, send it' }).click();
  await expect(sheet).toBeHidden();
  await page.goto(address);
  await expect(customer.answers.last()).toContainText('Shall we look at your papers together?', { timeout: 20_000 });
});

test('a move that fails is said, and the plan stands where it stood', async ({ page, pageNoise }) => {
  const name = `Not moved ${run}`;
  const at = new Date(Date.now() + 50 * HOUR_MS);
  await planByHand(page, name, at);
  await page.goto('/follow-ups');
  await page.route('**/api/trpc/followUps.move**', (route) => route.abort());
  await rowOf(page, name).click();
  const sheet = page.getByRole('dialog', { name });
  await sheet.getByRole('button', { name: 'Move' }).click();
  await sheet.getByLabel('New time').fill(inDays(9, '11:30'));
  await sheet.getByRole('button', { name: 'Move' }).click();
  await expect(sheet.getByRole('alert')).toContainText('Nothing was changed');
  await page.keyboard.press('Escape');
  await expect(rowOf(page, name).locator('time')).toHaveAttribute('datetime', at.toISOString());
  expect(pageNoise.claim().join()).toContain('ERR_FAILED');
});

test('arrow keys walk through the list, and a search that finds nobody says so', async ({ page }) => {
  const now = Date.now();
  await planByHand(page, `Walked to ${run} first`, new Date(now + 1 * HOUR_MS));
  await planByHand(page, `Walked to ${run} second`, new Date(now + 2 * HOUR_MS));
  await page.goto('/follow-ups');
  const search = page.getByRole('searchbox', { name: 'Search by name or number' });
  await search.fill(`Walked to ${run}`);
  await expect(page.locator('[data-row]')).toHaveCount(2);
  await rowOf(page, `${run} first`).focus();
  await page.keyboard.press('ArrowDown');
  await expect(rowOf(page, `${run} second`)).toBeFocused();
  await search.fill('Nobody at all');
  await expect(page.getByRole('heading', { name: 'Nobody called “Nobody at all” here' })).toBeVisible();
});

test('rules of outreach are kept: days, hours, holidays', async ({ page }) => {
  await page.goto('/settings/outreach');
  const form = page.getByRole('form', { name: 'Outreach' });
  await form.getByRole('button', { name: 'Sat' }).click();
  await form.getByLabel('Until', { exact: true }).fill('19:00');
  await form.getByRole('button', { name: 'Paste a list' }).click();
  await form.getByLabel('One day a line').fill('14/04/2031, Ambedkar Jayanti\nno day');
  await expect(form.getByText('Not read, so not added: no day')).toBeVisible();
  await form.getByRole('button', { name: 'Add these days' }).click();
  await save(form);
  await page.reload();
  await expect(form.getByRole('button', { name: 'Sat' })).toHaveAttribute('aria-pressed', 'false');
  await expect(form.getByLabel('Until', { exact: true })).toHaveValue('19:00');
  await expect(form.getByRole('list', { name: 'Holidays that are kept' })).toContainText('Ambedkar Jayanti');
  await form.getByRole('button', { name: 'Reset to defaults' }).click();
  await save(form);
});

test('the jobs’ page names the runner and what runs by itself', async ({ page }) => {
  await page.goto('/settings/jobs');
  await expect(page.getByRole('region', { name: 'Who runs them' })).toContainText('The embedded runner');
  await expect(page.getByRole('list', { name: 'Functions' }).getByRole('listitem').first()).toBeVisible();
  await page.getByLabel('Status').selectOption({ label: 'cancelled' });
  await expect(page.getByRole('region', { name: 'Runs', exact: true })).toBeVisible();
});

const HOUR_MS = 3_600_000;

/** Has a conversation that ends with “later”, and gives the customer's name. */
async function thinksAboutIt(page: Page, name: string): Promise<string> {
  const house = 'I have a house in Bangalore worth 1.5 crore';
  await SimulatedCustomer.talk(page, name, [house, 'I’ll think about it and get back to you later']);
  return name;
}

/** Plans a follow-up for a new simulated contact, as the screen does. */
async function planByHand(page: Page, name: string, at: Date): Promise<void> {
  const beginning = {
    contactId: null,
    name,
    language: 'en',
    flowId: 'loan-against-property',
    flowVersion: 1,
    state: null,
  };
  const { contactId } = await ask(page, 'simulator.begin', beginning);
  await ask(page, 'followUps.add', { contactId, dueAt: at.toISOString(), text: null });
}

async function ask(page: Page, procedure: string, input: object): Promise<{ readonly contactId: string }> {
  const answer = await page.request.post(`/api/trpc/${procedure}`, { data: { json: input } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()).result.data.json;
}

async function openFollowUps(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Follow-ups' }).click();
  await expect(page.getByRole('heading', { name: 'Follow-ups', level: 1 })).toBeVisible();
}

function rowOf(page: Page, name: string): Locator {
  return page.locator('[data-row]').filter({ hasText: name });
}

async function save(form: Locator): Promise<void> {
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Saved', { exact: true })).toBeVisible();
}

function inDays(days: number, clock: string): string {
  const now = new Date();
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12);
  return `${dayText(day)}T${clock}`;
}

function dayText(day: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
