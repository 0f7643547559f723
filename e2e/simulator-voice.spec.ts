import { axeOn } from './accessibility';
import { expect, test } from './fixtures';
import { SimulatedCustomer } from './simulated-customer';

// Chromium's own microphone: it beeps.
test.use({
  permissions: ['microphone'],
  launchOptions: async ({ launchOptions }, use) => {
    const args = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...args] });
  },
});

test('a recording can be thrown away; one that is sent is played, and without a service for voice the customer is asked to type', async ({
  page,
}) => {
  const customer = await SimulatedCustomer.begin(page, { name: 'Speaking' });
  const { phone } = customer;
  await test.step('a recording can be thrown away with Escape', async () => {
    await phone.getByRole('button', { name: 'Record a voice note' }).click();
    await expect(phone.getByRole('button', { name: 'Send the voice note' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(customer.composer).toBeVisible();
    await expect(customer.ownMessages).toHaveCount(0);
  });

  await customer.say('Hi, I need a loan against my property');
  await phone.getByRole('button', { name: 'Record a voice note' }).click();
  await expect(phone.getByRole('timer')).toHaveText('0:02', { timeout: 10_000 });
  await phone.getByRole('button', { name: 'Send the voice note' }).click();
  const note = customer.ownMessages.last();
  await expect(note.getByRole('group', { name: 'Voice note' })).toBeVisible({ timeout: 20_000 });
  await expect(note).toContainText('Not heard: no service for voice is configured');
  await expect(customer.answers.last()).toContainText(/type/i, { timeout: 20_000 });
  await expect(note.getByRole('slider')).toHaveAttribute('aria-valuetext', /of 0:0[1-4]/);
  await note.getByRole('button', { name: 'Play' }).click();
  await expect(note.getByRole('slider')).not.toHaveAttribute('aria-valuetext', /^0:00/);
  await note.getByRole('button', { name: 'Speed 1×' }).click();
  await expect(note.getByRole('button', { name: 'Speed 1.5×' })).toBeVisible();
});

test('a document that did not arrive is kept over a reload, and arrives once', async ({ page, pageNoise }) => {
  const customer = await SimulatedCustomer.begin(page, { name: 'Attaching' });
  await customer.say('Hi, I need a loan against my property');
  const { phone, ownMessages } = customer;
  await page.route('**/api/simulator/files', (route) => route.abort());
  await phone.getByRole('button', { name: 'Attach' }).click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: 'Document' }).click();
  const buffer = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF');
  await (await choosing).setFiles({ name: 'Sale deed.pdf', mimeType: 'application/pdf', buffer });
  await expect(ownMessages.last().getByRole('alert')).toContainText('does not answer');
  await page.reload();
  await expect(ownMessages.last()).toContainText('Sale deed.pdf');
  await page.unroute('**/api/simulator/files');
  await ownMessages.last().getByRole('button', { name: 'Send again' }).click();
  await expect(ownMessages.last().getByRole('link', { name: 'Open Sale deed.pdf' })).toBeVisible({ timeout: 20_000 });
  await expect(customer.answers.last()).toContainText("Thank you, I've kept this", { timeout: 20_000 });
  await expect(ownMessages).toHaveCount(2);
  expect(pageNoise.claim().join()).toContain('ERR_FAILED');
});

test('a place is a card, and a reaction stands on its message', async ({ page }) => {
  const customer = await SimulatedCustomer.begin(page, { name: 'At a place' });
  await customer.say('Hi, I need a loan against my property');
  const { phone } = customer;
  const answer = customer.answers.first();
  await answer.hover();
  await answer.getByRole('button', { name: 'React' }).click();
  await page.getByRole('menuitemcheckbox', { name: '🙏' }).click();
  await expect(answer.getByRole('img', { name: 'Reacted with 🙏' })).toBeVisible();
  await phone.getByRole('button', { name: 'Attach' }).click();
  await page.getByRole('menuitem', { name: 'Location' }).click();
  const sheet = phone.getByRole('dialog', { name: 'Send location' });
  await sheet.getByLabel('Place').selectOption('Chennai');
  await sheet.getByRole('button', { name: 'Send' }).click();
  await expect(customer.ownMessages.last()).toContainText('13.0827, 80.2707');
  await expect(customer.ownMessages.last()).toContainText('Chennai');
  const { violations } = await axeOn(page, 'section[aria-label="The customer’s phone"]').analyze();
  expect(violations).toEqual([]);
});
