import { existsSync, readFileSync } from 'node:fs';
import { e2eFiles } from '../server/testing/e2e-files';
import { expect, test } from './fixtures';

test('the link that the start printed makes the first owner, who then has no other way in than signing in', async ({
  page,
}) => {
  await expect.poll(() => existsSync(e2eFiles.setupLink)).toBe(true); // it is printed a moment after the app is there
  await page.goto(new URL(readFileSync(e2eFiles.setupLink, 'utf8')).pathname);
  await page.getByLabel('Your name').fill('Meera');
  await page.getByLabel('E-mail').fill('meera@lender.test');
  await page.getByLabel('New password').fill('mango hill umbrella');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  await page.context().storageState({ path: e2eFiles.ownerState });
  await page.goto(new URL(readFileSync(e2eFiles.setupLink, 'utf8')).pathname);
  await expect(page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
});
