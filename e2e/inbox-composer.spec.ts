import { closeWindow } from '../server/testing/e2e-window';
import { expect, test } from './fixtures';
import { Officer } from './officer';
import { SimulatedCustomer } from './simulated-customer';

/** Marks the people of this run: those of another one may still be there. */
const run = Date.now().toString(36);

test('an officer answers with a canned text, to one message and with a file; a colleague reads along and cannot write', async ({
  page,
  browser,
}) => {
  const texts = { en: 'Hello {{ name }}, {{ officer }} here.' };
  const saved = await page.request.post('/api/trpc/canned.save', {
    data: { json: { id: null, shortcut: `greeting-${run}`, title: 'Greeting', texts } },
  });
  expect(saved.ok(), await saved.text()).toBe(true);
  const customer = await SimulatedCustomer.begin(page, { name: `Lalitha ${run}` });
  await customer.say('Do you lend on a house in Mysuru?');
  const ravi = await Officer.join(browser, page, `Ravi ${run}`);
  const meena = await Officer.join(browser, page, `Meena ${run}`);
  await ravi.open(customer.name);
  await ravi.takeOver.click();

  await test.step('a slash finds the canned answer, filled with what is known', async () => {
    await ravi.reply.fill(`/greeting-${run}`);
    await expect(ravi.conversation.getByRole('option', { name: /Greeting/ })).toBeVisible();
    await ravi.page.keyboard.press('Enter');
    await expect(ravi.reply).toHaveValue(`Hello ${customer.name}, ${ravi.name} here.`);
    await ravi.reply.press('Enter');
    await expect(customer.phone.getByText(`Hello ${customer.name}, ${ravi.name} here.`)).toBeVisible();
  });

  await test.step('a reply shows the message that it answers, on the phone too', async () => {
    const asked = ravi.messages.getByRole('article', { name: 'Customer' }).first();
    await asked.hover();
    await asked.getByRole('button', { name: 'Reply to this message' }).click();
    const composer = ravi.conversation.getByRole('region', { name: 'Write' });
    await expect(composer.getByText('Do you lend on a house in Mysuru?')).toBeVisible();
    await expect(ravi.reply).toBeFocused();
    await ravi.say('Yes, we do.');
    await expect(composer.getByText('Do you lend on a house in Mysuru?')).toBeHidden();
    const answer = customer.answers.filter({ hasText: 'Yes, we do.' });
    await expect(answer.getByRole('blockquote')).toHaveText('Do you lend on a house in Mysuru?');
  });

  await test.step('a file reaches the customer', async () => {
    const buffer = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF');
    const file = { name: 'checklist.pdf', mimeType: 'application/pdf', buffer };
    await ravi.conversation.locator('input[type="file"]').setInputFiles(file);
    await expect(customer.answers.getByRole('link', { name: 'checklist.pdf' })).toBeVisible();
  });

  await test.step('a colleague reads it, is told who has it, and is seen', async () => {
    await meena.open(customer.name);
    await expect(meena.messages.getByText('Yes, we do.')).toBeVisible();
    await expect(meena.conversation.getByText(`${ravi.name} has this conversation.`)).toBeVisible();
    await expect(meena.reply).toBeHidden();
    await expect(meena.takeOver).toBeHidden();
    await expect(ravi.conversation.getByText(`Also looking at this: ${meena.name}`)).toBeVisible();
  });

  await test.step('a note that mentions the colleague is there for both', async () => {
    await ravi.conversation.getByRole('button', { name: 'Internal note' }).click();
    await ravi.conversation.getByRole('button', { name: 'Mention' }).click();
    await ravi.page.getByRole('menuitem', { name: meena.name }).click();
    await ravi.page.keyboard.type('please look at the deed.');
    await ravi.conversation.getByRole('button', { name: 'Add the note' }).click();
    const note = meena.messages.getByRole('article', { name: `Internal note by ${ravi.name}` });
    await expect(note).toContainText(`@${meena.name} please look at the deed.`);
  });

  await test.step('the title tells what is unread', async () => {
    await ravi.page.goto('/inbox?queue=mine');
    await expect(ravi.page).not.toHaveTitle(/^\(/);
    await customer.composer.fill('Which papers do you want?');
    await customer.composer.press('Enter');
    await expect(ravi.page).toHaveTitle(/^\(1\) /);
  });
});

test('when the 24 hours are over, the open composer turns into templates and keeps what was written, also beside a next question', async ({
  page,
  browser,
}) => {
  const customer = await SimulatedCustomer.begin(page, { name: `Silent for a day ${run}` });
  await customer.say('Hi, I need a loan against my property');
  const kiran = await Officer.join(browser, page, `Kiran ${run}`);
  await kiran.open(customer.name);
  await kiran.takeOver.click();
  await kiran.reply.fill('Your papers are complete.');
  const contactId = new URL(kiran.page.url()).pathname.split('/').at(-1) ?? '';
  const undo = await closeWindow(contactId);
  try {
    await expect(kiran.conversation.getByText(/only an approved template can be sent/)).toBeVisible();
    await expect(kiran.reply).toBeHidden();
    await expect(kiran.conversation.getByText('Your papers are complete.')).toBeVisible();
    await kiran.conversation.getByLabel('Template', { exact: true }).selectOption({ label: 'papers looked at' });
    const preview = kiran.conversation.getByRole('region', { name: 'What the customer will see' });
    await expect(preview).toHaveText('We have looked at your papers. Shall we go on?');
    await expect(kiran.conversation.getByRole('button', { name: 'Send the template' })).toBeEnabled();
  } finally {
    await undo();
  }
  // They wrote again.
  await expect(kiran.reply).toHaveValue('Your papers are complete.');

  await test.step('the lead’s next question is put after what was written, and not sent', async () => {
    await kiran.page.goto(`/leads/${contactId}`);
    await kiran.page.getByRole('link', { name: 'Ask it in the conversation' }).click();
    await expect(kiran.reply).toHaveValue(/^Your papers are complete\.\n.+\?$/);
  });
});
