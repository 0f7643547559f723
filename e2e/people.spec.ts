import { expect, test } from './fixtures';
import { Officer } from './officer';

const password = 'mango hill umbrella';
const nobody = { storageState: { cookies: [], origins: [] } };
const run = Date.now().toString(36);

test('an invitation lets somebody in once, to where they wanted to go', async ({ page, browser }) => {
  const name = `Anita ${run}`;
  const email = `anita.${run}@lender.test`;
  await page.goto('/settings/people');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox', { name: 'Name' }).fill(name);
  await sheet.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await sheet.getByRole('radio', { name: 'Officer' }).check();
  await sheet.getByRole('button', { name: 'Make the link' }).click();
  const made = await sheet.getByText('/invitation/').textContent();
  const link = new URL(made ?? '').pathname;

  const context = await browser.newContext(nobody);
  const guest = await context.newPage();
  await guest.goto(link);
  await guest.getByLabel('New password').fill(password);
  await guest.getByRole('button', { name: 'Join' }).click();
  await expect(guest.getByRole('heading', { name: `Welcome, ${name}` })).toBeVisible();
  await guest.goto(link);
  await expect(guest.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();

  await context.clearCookies();
  await guest.goto('/sign-in?next=/account');
  await guest.getByLabel('E-mail').fill(email);
  await guest.getByLabel('Password', { exact: true }).fill('not my password');
  await guest.keyboard.press('Enter');
  await expect(guest.getByText('The e-mail or the password is not right.')).toBeVisible();
  await guest.getByLabel('Password', { exact: true }).fill(password);
  await guest.keyboard.press('Enter');
  await expect(guest).toHaveURL(/\/account$/);
  await context.close();
});

test('a session that ends while somebody writes loses nothing of what they wrote', async ({ page, browser }) => {
  const { page: officer } = await Officer.join(browser, page, `Ravi ${run}`);
  await officer.goto('/account');
  const name = officer.getByRole('textbox', { name: 'Name' });
  await name.fill(`Ravi Kumar ${run}`);
  await officer.context().clearCookies();
  await officer.getByRole('button', { name: 'Save', exact: true }).click();
  const ended = officer.getByRole('dialog', { name: 'You have been signed out' });
  await ended.getByLabel('Password', { exact: true }).fill(password);
  await ended.getByRole('button', { name: 'Sign in' }).click();
  await expect(ended).toBeHidden();
  await expect(name).toHaveValue(`Ravi Kumar ${run}`);
  await officer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(officer.getByText('Saved.')).toBeVisible();
  await expect(officer.getByRole('button', { name: `Ravi Kumar ${run}: account and sign-out` })).toBeVisible();
  await officer.context().close();
});

test('a viewer is offered what a viewer may see, and refused the rest', async ({ page, browser }) => {
  const { page: viewer } = await Officer.join(browser, page, `Vikram ${run}`, 'viewer');
  await viewer.goto('/');
  const screens = viewer.getByRole('navigation', { name: 'Screens' });
  await expect(screens.getByRole('link')).toHaveText(['Leads', 'Analytics', 'Campaigns', 'Flows']);
  // Each page and each role is in rights.spec.ts.
  await viewer.goto('/inbox');
  await expect(viewer.getByRole('heading', { name: 'This is not for your role' })).toBeVisible();
  await viewer.context().close();
});
