import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

test('a lower interest is refused where it can’t be, saved, offered to those it concerns, and taken back', async ({
  page,
  pageNoise,
}) => {
  await page.goto('/settings/facts');
  const refusal = page.locator('form').getByRole('alert');

  await test.step('a text that can’t be said is refused with its name, and can be discarded', async () => {
    await page.getByText('rate', { exact: true }).click();
    const english = page.getByRole('group').filter({ hasText: 'rate' }).getByRole('textbox', { name: 'English' });
    await english.first().fill('From {{ facts.rate_mim | percent }}');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(refusal).toContainText('“rate, English”: There is no value called “facts.rate_mim”.');
    pageNoise.claim(); // the answer 400
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  const lowest = page.getByRole('spinbutton', { name: 'Lowest interest' });
  await lowest.fill('15');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(refusal).toContainText('The lowest rate is above the highest.');
  pageNoise.claim(); // the answer 400

  await lowest.fill('8.25');
  await expect(page.getByText('8.25% a year', { exact: true })).toBeVisible();
  await page.reload();
  await expect(lowest).toHaveValue('8.25');
  await page.getByRole('textbox', { name: 'Why (for the history)' }).fill('Repo rate cut');
  await page.getByRole('button', { name: 'Save' }).click();
  const offer = page.getByRole('region', { name: 'The interest is lower now' });
  await expect(offer).toContainText('Tell those who asked when it was higher?');
  const history = page.getByRole('region', { name: 'History' });
  await expect(history).toContainText('Lowest interest: 8.5% a year → 8.25% a year');
  await expect(history).toContainText(/ by \S+/); // whoever is signed in

  await offer.getByRole('button', { name: 'Prepare a campaign' }).click();
  await expect(page).toHaveURL(/\/campaigns\/[0-9a-f-]{36}$/);
  await restoreShipped(page);
});

async function restoreShipped(page: Page): Promise<void> {
  await page.goto('/settings/facts');
  const shipped = page.getByRole('listitem').filter({ hasText: 'As shipped' });
  await shipped.last().getByRole('button', { name: 'Let it hold again' }).click();
  await expect(page.getByText('It holds again.')).toBeVisible();
  await expect(page.getByRole('spinbutton', { name: 'Lowest interest' })).toHaveValue('8.5');
}
