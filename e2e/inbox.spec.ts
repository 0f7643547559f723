import { axeOn, guidelines, seriousProblems } from './accessibility';
import { expect, test } from './fixtures';
import { Officer } from './officer';
import { SimulatedCustomer } from './simulated-customer';

/** Marks the people of this run: those of another one may still be there. */
const run = Date.now().toString(36);

test('an officer takes over while the bot is about to answer: from then on it says nothing until it is returned', async ({
  page,
  browser,
}) => {
  const customer = await SimulatedCustomer.begin(page, { name: `Taken over ${run}` });
  await customer.say('Hi, I need a loan against my property');
  const ravi = await Officer.join(browser, page, `Ravi ${run}`);
  await ravi.open(customer.name);

  await customer.composer.fill('I have a house in Mysuru worth 90 lakh');
  await Promise.all([customer.composer.press('Enter'), ravi.takeOver.click()]);
  await expect(ravi.returnToBot).toBeVisible();
  await expect(ravi.messages.getByText('I have a house in Mysuru worth 90 lakh')).toBeVisible();
  const saidByBot = await ravi.messages.getByRole('article', { name: 'Business' }).count();

  await customer.composer.fill('Are you there?');
  await customer.composer.press('Enter');
  await expect(ravi.messages.getByText('Are you there?')).toBeVisible();
  await ravi.say('Ravi here. I look at your papers myself.');
  await expect(customer.phone.getByText('Ravi here. I look at your papers myself.')).toBeVisible();
  await expect(ravi.messages.getByRole('article', { name: 'Business' })).toHaveCount(saidByBot + 1);

  await ravi.returnToBot.click();
  const returning = ravi.page.getByRole('dialog', { name: 'Return to the bot' });
  await returning.getByLabel('Where it goes on').selectOption({ label: 'Closing' });
  await returning.getByRole('button', { name: 'Return to the bot' }).click();
  await expect(returning).toBeHidden();
  await expect(ravi.takeOver).toBeVisible();
  await customer.isInState('closing');
  await customer.say('Thank you');
  await expect(ravi.messages.getByRole('article', { name: 'Business' })).not.toHaveCount(saidByBot + 1);
});

test('two officers race for one conversation: one has it, the other is told who, and an owner can only write notes', async ({
  page,
  browser,
}) => {
  const customer = await SimulatedCustomer.begin(page, { name: `Wanted by two ${run}` });
  await customer.say('Hi, I need a loan against my property');
  const officers = [
    await Officer.join(browser, page, `Asha ${run}`),
    await Officer.join(browser, page, `Meena ${run}`),
  ] as const;
  for (const officer of officers) await officer.open(customer.name);
  await Promise.all(officers.map((officer) => officer.takeOver.click()));

  const [asha, meena] = officers;
  const haveIt = (): Promise<boolean[]> => Promise.all(officers.map(({ returnToBot }) => returnToBot.isVisible()));
  await expect.poll(haveIt).toContain(true);
  const [winner, loser] = (await asha.returnToBot.isVisible()) ? [asha, meena] : [meena, asha];
  await expect(winner.reply).toBeVisible();
  await expect(loser.page.getByText(`${winner.name} has taken this over.`)).toBeVisible();
  await expect(loser.conversation.getByText(`${winner.name} has this conversation.`)).toBeVisible();
  await expect(loser.reply).toBeHidden();

  // An owner sees it all, and may write to colleagues only.
  await page.goto(`/inbox?queue=all&search=${encodeURIComponent(customer.name)}`);
  await page.getByRole('link', { name: customer.name }).click();
  await expect(page.getByText(`${winner.name} has this conversation.`)).toBeVisible();
  await page.getByRole('button', { name: 'Internal note' }).click();
  await page.getByRole('textbox', { name: /^A note/ }).fill('I know this customer.');
  await page.getByRole('button', { name: 'Add the note' }).click();
  await expect(winner.messages.getByRole('article', { name: /^Internal note by/ })).toContainText(
    'I know this customer.',
  );
});

test('a new message is there without a reload, and the conversation is worked through by keys to its end', async ({
  page,
  browser,
}) => {
  const customer = await SimulatedCustomer.begin(page, { name: `Live ${run}` });
  await customer.say('Hi, I need a loan against my property');
  const kiran = await Officer.join(browser, page, `Kiran ${run}`);
  await kiran.open(customer.name);
  await kiran.page.keyboard.press('t');
  await expect(kiran.reply).toBeFocused();
  await kiran.reply.fill('A draft that is not sent');
  await kiran.page.reload();
  await expect(kiran.reply).toHaveValue('A draft that is not sent');

  await customer.composer.fill('My house is in Mysuru');
  await customer.composer.press('Enter');
  // What is not told by the stream is read again after half a minute: much later than this waits.
  await expect(kiran.messages.getByText('My house is in Mysuru')).toBeVisible();
  const row = kiran.page.getByRole('link', { name: customer.name });
  await expect(row).toContainText('My house is in Mysuru');

  await kiran.page.keyboard.press('Escape');
  await kiran.page.keyboard.press('?');
  const keys = kiran.page.getByRole('dialog', { name: 'Keys of the inbox' });
  await expect(keys).toBeVisible();
  await kiran.page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await kiran.page.keyboard.press('e');
  const closing = kiran.page.getByRole('dialog', { name: 'Close the conversation' });
  await expect(closing.getByRole('button', { name: 'Close', exact: true }).first()).toBeDisabled();
  await closing.getByRole('radio', { name: 'Call back' }).check();
  await closing.getByRole('button', { name: 'Close', exact: true }).first().click();
  await expect(closing).toBeHidden();
  await expect(kiran.takeOver).toBeVisible();
});

test('the inbox has no serious problem for those who cannot see it or use a mouse, also on a phone', async ({
  page,
  browser,
}) => {
  const customer = await SimulatedCustomer.begin(page, { name: `Looked at ${run}` });
  await customer.say('Hi, I need a loan against my property');
  const officer = await Officer.join(browser, page, `Divya ${run}`);
  await officer.open(customer.name);
  for (const width of [1440, 390]) {
    await officer.page.setViewportSize({ width, height: 844 });
    expect(await seriousProblems(axeOn(officer.page).withTags(guidelines)), `${width} px`).toEqual([]);
  }
  await officer.conversation.getByRole('button', { name: 'Back to the list' }).click();
  await expect(officer.page.getByRole('link', { name: customer.name })).toBeVisible();
});
