import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

test('the shipped templates are drafts in five languages, and their preview shows a customer’s phone', async ({
  page,
}) => {
  await page.goto('/settings/templates');
  const list = page.getByRole('list', { name: 'Templates' });
  await expect(list.getByRole('link')).toHaveCount(5);
  await expect(page.getByText('WhatsApp is not connected.')).toBeVisible();
  await list.getByRole('link', { name: /^loan_follow_up/ }).click();
  await expect(page.getByRole('heading', { name: 'loan_follow_up', level: 1 })).toBeVisible();
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('Hello Asha, you asked us about a loan against your house');
  await expect(preview).toContainText('ABC Finance');
  await page.getByRole('button', { name: 'ಕನ್ನಡ', exact: true }).click();
  await expect(preview).toContainText('ನಮಸ್ಕಾರ ಆಶಾ ಅವರೇ');
  await expect(page.getByRole('button', { name: 'Submit for review' })).toBeDisabled();
});

test('what is written is kept in the tab, then saved; what WhatsApp would refuse is said', async ({ page }) => {
  await create(page, 'visit reminder', 'visit_reminder');
  const message = page.getByRole('textbox', { name: 'Message' });
  await message.fill('{{name}}, come');
  await expect(page.getByText('The message can neither begin nor end with a variable.')).toBeVisible();
  await message.fill('Hello {{name}}, your visit at {{lender}} is on {{day}} as you asked.');
  await page.getByRole('textbox', { name: 'name', exact: true }).fill('Asha');
  await expect(page.getByText('Give “day” a sample value: the review needs it.')).toBeVisible();
  await page.getByRole('textbox', { name: 'day', exact: true }).fill('Friday');
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText(
    'Hello Asha, your visit at ABC Finance is on Friday as you asked.',
  );
  await page.reload();
  await expect(message).toHaveValue(/^Hello \{\{name\}\}/);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'day', exact: true })).toHaveValue('Friday');
  await remove(page, 'visit_reminder');
});

test('buttons are ordered by the keyboard, and a language is added in the words of the first', async ({ page }) => {
  await create(page, 'tap test', 'tap_test');

  await test.step('buttons are added, ordered and removed by the keyboard', async () => {
    const kinds = page.getByRole('combobox', { name: 'Add a button' });
    await kinds.selectOption('quickReply');
    await page.getByRole('group', { name: 'Button 1' }).getByRole('textbox').fill('Yes');
    await kinds.selectOption('quickReply');
    await page.getByRole('group', { name: 'Button 2' }).getByRole('textbox').fill('Yes');
    await expect(page.getByText('Two buttons read “Yes”. Word them differently.')).toBeVisible();
    await page.getByRole('group', { name: 'Button 2' }).getByRole('textbox').fill('Later');
    await page.getByRole('button', { name: 'Move button 2 up' }).press('Enter');
    await expect(page.getByRole('region', { name: 'Preview' }).getByRole('listitem')).toHaveText(['Later', 'Yes']);
    await page.getByRole('button', { name: 'Remove button 1' }).press('Enter');
    await expect(page.getByRole('region', { name: 'Preview' }).getByRole('listitem')).toHaveText(['Yes']);
    await page.getByRole('button', { name: 'Discard' }).click();
  });

  await test.step('a language is added in the words of the first, and is still to be translated', async () => {
    await page.getByRole('textbox', { name: 'Message' }).fill('Your papers have come.');
    await page.getByRole('button', { name: 'Save draft' }).click();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await page.getByRole('combobox', { name: 'Add a language' }).selectOption({ label: 'ಕನ್ನಡ' });
    await expect(page.getByRole('button', { name: 'ಕನ್ನಡ', exact: true })).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByText('This is still to be written in Kannada.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Message' }).fill('ನಿಮ್ಮ ದಾಖಲೆಗಳು ಬಂದಿವೆ.');
    await expect(page.getByText('This is still to be written in Kannada.')).toBeHidden();
    await page.getByRole('button', { name: 'Discard' }).click();
  });

  await remove(page, 'tap_test');
});

async function create(page: Page, typed: string, name: string): Promise<void> {
  await page.goto('/settings/templates');
  await page.getByRole('button', { name: 'New template' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(typed);
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

async function remove(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Remove the template' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('button', { name: 'Remove', exact: true })).toBeDisabled();
  await sheet.getByRole('textbox').fill(name);
  await sheet.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page).toHaveURL('/settings/templates');
}
