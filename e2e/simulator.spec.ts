import { expect, test } from './fixtures';
import { SimulatedCustomer } from './simulated-customer';

const hello = 'Hi, I need a loan against my property';

test('a list answers for the customer', async ({ page }) => {
  const customer = await SimulatedCustomer.begin(page, { name: 'Choosing' });
  await customer.say(hello);
  await customer.choose('Shop');
  await expect(customer.ownMessages.last()).toContainText('Shop');
  await expect(customer.fact('property_type')).toContainText('shop');
});

test('buttons answer for the customer, also old ones', async ({ page }) => {
  const customer = await SimulatedCustomer.begin(page, { name: 'Tapping' });
  await customer.say(hello);
  await customer.say('I have a house in Bangalore worth 1.5 crore');
  await customer.say('I need about 80 lakhs for my business expansion');
  await customer.tap('Yes, show me');
  await customer.isInState('loan_details');
  await customer.tap('Later', 'oldest');
  await expect(customer.ownMessages.last()).toContainText('Later');
  await customer.isInState('follow_up_scheduling');
});

test('what was read of each message is told, a reload keeps it, and starting over forgets it', async ({ page }) => {
  const customer = await SimulatedCustomer.begin(page, { name: 'Looked into' });
  await customer.say(hello);
  await customer.say('I have a house in Bangalore worth 1.5 crore');
  const mark = customer.ownMessages.last().locator('mark');

  await test.step('the words that a fact came from are marked in the message that said them', async () => {
    await customer.fact('property_value').getByRole('button').click();
    await expect(mark).toContainText('1.5 crore');
  });

  await test.step('every message leads to the turn that it belongs to', async () => {
    await customer.ownMessages.first().hover();
    await customer.ownMessages.first().getByRole('button', { name: 'What the runtime saw here' }).click();
    const turn = customer.inspector.getByRole('listitem').filter({ hasText: 'Turn 1' });
    await expect(turn).toContainText('interested');
    await expect(turn.getByText('state.entered').first()).toBeVisible();
  });

  await test.step('a reply says which reader read it, why, and from which words each fact is', async () => {
    const turn = customer.inspector.getByRole('listitem').filter({ hasText: 'Turn 2' });
    await expect(turn).toContainText('Read by Embedded reader: no model is configured, or none is wanted.');
    await expect(turn.getByRole('meter', { name: 'Confidence' })).toBeAttached();
    await turn.getByText('What the embedded reader went by').click();
    await expect(turn.getByRole('term').filter({ hasText: 'Meanings' })).toBeVisible();
    const facts = turn.getByRole('list', { name: 'Read from it' });
    await facts.getByRole('button', { name: 'Show where it says “1.5 crore”' }).click();
    await expect(mark).toContainText('1.5 crore');
  });

  await test.step('a reload keeps the contact, the conversation and the facts', async () => {
    const messages = await customer.phone.getByRole('article').count();
    await page.reload();
    await expect(customer.phone.getByRole('article')).toHaveCount(messages);
    await expect(customer.fact('property_value')).toContainText('₹1,50,00,000');
  });

  await test.step('starting over keeps the contact and forgets the conversation', async () => {
    const address = page.url();
    await customer.phone.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('dialog', { name: 'Start over' }).getByRole('button', { name: 'Begin' }).click();
    await expect(customer.phone.getByRole('article')).toHaveCount(0);
    expect(page.url()).toBe(address);
    await customer.say(hello);
    await customer.isInState('introduction');
  });
});

test('a conversation can begin at any state', async ({ page }) => {
  const customer = await SimulatedCustomer.beginByHand(page, 'In the middle', { startAt: 'Closing' });
  await expect(customer.answers.first()).toBeVisible({ timeout: 20_000 });
  await customer.isInState('closing');
});

test('several contacts talk side by side, each with their own conversation', async ({ page }) => {
  const first = await SimulatedCustomer.begin(page, { name: 'First of two' });
  await first.say('I have a house in Bangalore worth 1.5 crore');
  const second = await SimulatedCustomer.begin(page, { name: 'Second of two' });
  await second.say('I have a shop in Chennai');
  await expect(second.fact('property_location')).toContainText('Chennai');
  await page.getByRole('link', { name: /First of two/ }).click();
  await expect(first.fact('property_location')).toContainText('Bengaluru');
  await expect(first.ownMessages).toHaveCount(1);
});

test('a message that did not arrive is kept and can be sent again, once', async ({ page, pageNoise }) => {
  const customer = await SimulatedCustomer.begin(page, { name: 'Without a net' });
  await page.route('**/api/trpc/simulator.send**', (route) => route.abort());
  await customer.composer.fill(hello);
  await customer.composer.press('Enter');
  await expect(customer.ownMessages.last().getByRole('alert')).toContainText('does not answer');
  await page.reload();
  await expect(customer.ownMessages.last()).toContainText(hello);
  await page.unroute('**/api/trpc/simulator.send**');
  await customer.ownMessages.last().getByRole('button', { name: 'Send again' }).click();
  await expect(customer.answers.first()).toBeVisible({ timeout: 20_000 });
  await expect(customer.ownMessages).toHaveCount(1);
  expect(pageNoise.claim().join()).toContain('ERR_FAILED');
});

test('what is typed while a word is being composed is not sent, and nothing that is becomes markup', async ({
  page,
}) => {
  const customer = await SimulatedCustomer.begin(page, { name: '<b>Bold</b>' });

  await test.step('what is typed while a word is being composed is not sent', async () => {
    await customer.composer.fill('ನಮಸ್ಕಾರ');
    await customer.composer.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    await customer.composer.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 });
    await customer.composer.press('Shift+Enter');
    await expect(customer.composer).toHaveValue('ನಮಸ್ಕಾರ\n');
    await expect(customer.ownMessages).toHaveCount(0);
  });

  await customer.say('<img src=x onerror="alert(1)"> *bold* _it_ https://example.com/a?b=1.');
  const message = customer.ownMessages.last();
  await expect(message).toContainText('<img src=x onerror="alert(1)">');
  await expect(message.getByRole('strong')).toHaveText('bold');
  await expect(message.getByRole('link')).toHaveAttribute('href', 'https://example.com/a?b=1');
});

test('the keyboard alone is enough to begin, talk and look', async ({ page }) => {
  await page.goto('/simulator');
  const add = page.getByRole('button', { name: 'New contact' });
  await expect(add).toBeEnabled();
  await add.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused();
  await page.keyboard.type('Keyboard');
  await page.keyboard.press('Enter');
  const composer = page.getByRole('textbox', { name: 'Message' });
  await expect(composer).toBeEnabled();
  await expect(page.getByRole('dialog')).toBeHidden();
  await composer.focus();
  await page.keyboard.type(hello);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'Business' }).first()).toBeVisible({ timeout: 20_000 });
  const turns = page.getByRole('tab', { name: /Facts/ });
  await turns.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tabpanel')).toContainText('Turn 1');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the chat has the screen, and what the runtime saw is one tap away', async ({ page }) => {
    await page.goto('/simulator');
    await page.getByRole('button', { name: 'Contacts' }).click();
    await page.getByRole('button', { name: 'New contact' }).click();
    const dialog = page.getByRole('dialog', { name: 'New contact' });
    await dialog.getByLabel('Name').fill('On a phone');
    await dialog.getByRole('button', { name: 'Begin' }).click();
    const composer = page.getByRole('textbox', { name: 'Message' });
    await expect(composer).toBeEnabled();
    await composer.fill('I have a house in Bangalore worth 1.5 crore');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('article', { name: 'Business' }).first()).toBeVisible({ timeout: 20_000 });
    await page.getByRole('button', { name: 'What it saw' }).click();
    const fact = page.locator('[data-slot="property_value"]');
    await expect(fact).toContainText('₹1,50,00,000');
    await fact.getByRole('button').click();
    await expect(page.locator('mark')).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, 'nothing is wider than the screen').toBeLessThanOrEqual(390);
  });
});
