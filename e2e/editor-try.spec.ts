import type { Locator, Page } from '@playwright/test';
import { card, openCopy } from './editor';
import { expect, test } from './fixtures';

const hello = 'Hi, I need a loan against my property';

test('a talk in Kannada is answered in Kannada, and the drawing shows the way', async ({ page }) => {
  await openTry(page, 'talk in Kannada');

  await test.step('what is typed while a word is being composed is not sent', async () => {
    await composer(page).fill('ನಮಸ್ಕಾರ');
    await composer(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    await composer(page).dispatchEvent('keydown', { key: 'Enter', keyCode: 229 });
    await expect(composer(page)).toHaveValue('ನಮಸ್ಕಾರ');
    await expect(own(page)).toHaveCount(0);
    await composer(page).fill('');
  });

  await page.getByLabel('Who talks').selectOption({ label: 'Lakshmi, hesitant' });
  await page.getByRole('button', { name: 'Next line' }).click();
  await expect(answers(page).first()).toContainText('ನಮಸ್ಕಾರ');
  await say(page, 'ಮೈಸೂರಿನಲ್ಲಿ ನನ್ನ ಮನೆ ಇದೆ');
  await expect(own(page).last()).toContainText('inform');
  await expect(own(page).last()).toContainText('Mysuru');
  await expect(standing(page)).toContainText('Qualifying');
  await expect(card(page, 'qualifying').locator('[data-mark="current"]')).toBeVisible();
});

test('a bubble leads to its text, a state tells what it said, and a reload keeps the conversation', async ({
  page,
}) => {
  await openTry(page, 'bubble to text');
  await say(page, hello);
  await say(page, 'I have a house in Pune');

  await test.step('a bubble leads to its text in the inspector', async () => {
    const said = answers(page).last();
    await said.hover();
    await said.getByRole('button', { name: 'Go to this text of Qualifying' }).click();
    await expect(page.getByRole('tab', { name: 'Inspector' })).toHaveAttribute('data-state', 'active');
    await expect(page.locator('textarea:focus')).toHaveValue(/Two or three short questions/);
    await page.getByRole('tab', { name: 'Try' }).click();
    await expect(own(page), 'the conversation is still there').toHaveCount(2);
  });

  await test.step('a state tells everything that it said', async () => {
    await page.getByRole('tab', { name: 'What it said' }).click();
    await card(page, 'qualifying').click();
    await page.getByRole('tab', { name: 'Try' }).click();
    await page.getByRole('tab', { name: 'What it said' }).click();
    const here = page.getByRole('list', { name: 'In this try-out' });
    await expect(here).toContainText('Two or three short questions');
    await here.getByRole('button', { name: 'Look at this moment' }).first().click();
    await expect(own(page)).toHaveCount(2);
  });

  await test.step('a reload keeps the conversation, and the field remembers what was said', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Try it' }).click();
    await expect(answers(page).first()).toBeVisible({ timeout: 20_000 });
    await expect(own(page).first()).toContainText(hello);
    await expect(own(page)).toHaveCount(2);
    await composer(page).focus();
    await page.keyboard.press('ArrowUp');
    await expect(composer(page)).toHaveValue('I have a house in Pune');
  });
});

test('a conversation is walked through again, gone back in, edited and answered otherwise', async ({ page }) => {
  await openTry(page, 'go back');
  await say(page, hello);
  await say(page, 'I have a house in Pune');
  await test.step('it is walked through again from any message', () => runAgain(page));
  await test.step('one steps back in time with the keyboard and goes on from there', () => stepBack(page));
  await test.step('a bubble is edited on the spot: old and new stand side by side', () => editBubble(page));
  await test.step('the past is answered otherwise, with what was said later or without', () => answerOtherwise(page));
});

async function runAgain(page: Page): Promise<void> {
  await own(page).first().hover();
  await own(page).first().getByRole('button', { name: 'Run again from here' }).click();
  await expect(standing(page)).toContainText('Introduction');
  await expect(own(page)).toHaveCount(1);
  await expect(standing(page)).toContainText('Qualifying');
  await expect(own(page)).toHaveCount(2);
}

async function stepBack(page: Page): Promise<void> {
  await say(page, 'I am not interested any more');
  await expect(standing(page)).toContainText('Not interested');
  await page.getByRole('slider', { name: 'Step back in time' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(standing(page)).toContainText('Qualifying');
  await expect(own(page)).toHaveCount(2);
  await expect(card(page, 'qualifying').locator('[data-mark="current"]')).toBeVisible();
  await composer(page).fill('About 80 lakhs, for my business');
  await composer(page).press('Enter');
  await page.getByRole('button', { name: 'Say this instead' }).click();
  await expect(standing(page)).toContainText(/Qualifying|Property details/);
  await expect(own(page)).toHaveCount(3);
  await expect(own(page).last()).toContainText('80 lakhs');
}

async function editBubble(page: Page): Promise<void> {
  const said = answers(page).nth(1);
  await said.hover();
  await said.getByRole('button', { name: 'Edit this text of Qualifying' }).click();
  const form = page.getByRole('form', { name: 'Edit what is said' });
  await form.getByRole('textbox').first().fill('Fine. Two questions, {{ name }}, and we know more.');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('1 message reads differently')).toBeVisible();
  await expect(page.getByRole('group', { name: 'was' })).toContainText('Two or three short questions');
  await expect(page.getByRole('group', { name: 'is now' })).toContainText('Fine. Two questions');
  await expect(own(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('group', { name: 'was' })).toBeHidden();
  await page.getByRole('button', { name: /^Undo: Edit English text of qualifying/ }).click();
  await expect(page.getByRole('group', { name: 'is now' })).toContainText('Two or three short questions');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('group', { name: 'was' })).toBeHidden();
}

async function answerOtherwise(page: Page): Promise<void> {
  await otherwise(page, 1, 'No, I am not interested');
  await page.getByRole('button', { name: 'Keep the later answer' }).click();
  await expect(page.getByText(/Now goes to/).first()).toContainText('Not interested');
  await expect(own(page)).toHaveCount(3);
  await otherwise(page, 1, 'I have a shop in Chennai');
  await page.getByRole('button', { name: 'Drop what follows' }).click();
  await expect(own(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Bring back' }).click();
  await expect(own(page)).toHaveCount(3);
}

test('a service that the flow calls is answered by hand, and a conversation starts at any state', async ({ page }) => {
  const call = { url: 'https://rates.example.com/today', save: [{ slot: 'loan_max', path: 'rate.most' }] };
  await openTry(page, 'service', (document) => ({
    ...document,
    start: 'ask_service',
    states: [...items(document.states), { id: 'ask_service', type: 'call', position: { x: 0, y: 900 }, data: call }],
    transitions: [
      ...items(document.transitions),
      { id: 'ask_service:ok', from: 'ask_service', outcome: 'ok', to: 'closing' },
      { id: 'ask_service:failed', from: 'ask_service', outcome: 'failed', to: 'objection_handling' },
    ],
  }));
  await page.getByRole('button', { name: 'Start at…' }).click();
  await page.getByRole('button', { name: 'The business speaks' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  const service = page.getByRole('region', { name: 'The service that is waited for' });
  await expect(service).toContainText('GET https://rates.example.com/today');
  const answer = service.getByLabel('What the service answers, as JSON');
  await answer.fill('{ "rate": ');
  await expect(service.getByRole('button', { name: 'Answers' })).toBeDisabled();
  await answer.fill('{ "rate": { "most": 5000000 } }');
  await service.getByRole('button', { name: 'Answers' }).click();
  await expect(standing(page)).toContainText('Closing');
  await page.getByRole('button', { name: 'The turn before' }).click();
  await service.getByRole('button', { name: 'Fails' }).click();
  await page.getByRole('button', { name: 'Say this instead' }).click();
  await expect(standing(page)).toContainText('Objection handling');

  await test.step('a conversation starts at any state with what is known there', async () => {
    await page.getByRole('button', { name: 'Start at…' }).click();
    const sheet = page.getByRole('dialog', { name: 'Start at…' });
    await sheet.getByRole('combobox', { name: 'State' }).click();
    await page.keyboard.type('Property details');
    await page.keyboard.press('Enter');
    await sheet.getByLabel('Language').selectOption({ label: 'தமிழ்' });
    await addFact(page, 'Property type');
    await sheet.getByRole('combobox', { name: 'Property type' }).selectOption('shop');
    await addFact(page, 'Property value');
    await sheet.getByRole('textbox', { name: /Property value/ }).fill('1,50,00,000');
    await sheet.getByRole('button', { name: 'Begin' }).click();
    await expect(standing(page)).toContainText('Property details');
    await expect(answers(page).first()).toContainText(/[஀-௿]/);
    await page.getByRole('button', { name: /^What is known: 2 facts/ }).click();
    await expect(page.locator('[data-slot="property_value"]')).toContainText('₹1,50,00,000');
  });
});

test('the clock fires what falls due, an intent can be given, and a send can fail', async ({ page }) => {
  await openTry(page, 'clock');
  await say(page, hello);
  await page.getByRole('button', { name: 'Clock, intent and failing send' }).click();
  await page.getByRole('button', { name: 'Window closed' }).click();
  await page.getByRole('button', { name: 'To the next timer' }).click();
  await expect(page.getByText(/hours later|days? later/)).toBeVisible();
  await expect(own(page)).toHaveCount(1);
  await expect(answers(page).last().getByRole('alert')).toContainText('only a template can be sent (131047)');
  await page.getByRole('combobox', { name: 'The next message counts as' }).click();
  await page.keyboard.type('not interested');
  await page.keyboard.press('Enter');
  await say(page, 'hmm');
  await expect(own(page).last()).toContainText('as you said');
  await expect(standing(page)).toContainText('Not interested');
});

test('a conversation is recorded as a scenario, which fails where the draft changes, and all are run on the draft', async ({
  page,
}) => {
  test.slow(); // it has some hundred scenarios written, kept and run
  await openTry(page, 'record and run');
  await say(page, hello);
  await say(page, 'I have a house in Pune');
  await page.getByRole('button', { name: 'Record as a scenario' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('A house in Pune');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByText(/^Kept as/)).toBeVisible();
  await page.getByRole('tab', { name: 'Scenarios' }).click();
  await expect(page.getByRole('list', { name: 'Scenarios' })).toContainText('A house in Pune');
  await page.getByRole('button', { name: 'Run it' }).click();
  await expect(page.getByText('1 passed, 0 failed')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('region', { name: 'What the scenarios came to' })).toContainText('3/');

  await test.step('a scenario that fails leads to the state that failed', async () => {
    await card(page, 'qualifying').click({ position: { x: 60, y: 20 } });
    await page.keyboard.press('Delete');
    await expect(card(page, 'qualifying')).toBeHidden();
    await page.getByRole('tab', { name: 'Try' }).click();
    await page.getByRole('tab', { name: 'Scenarios' }).click();
    await page.getByRole('button', { name: 'Run it' }).click();
    await expect(page.getByText('0 passed, 1 failed')).toBeVisible({ timeout: 20_000 });
    await page.getByRole('list', { name: 'Scenarios' }).getByRole('button', { name: 'Go to Introduction' }).click();
    await expect(page.getByRole('tab', { name: 'Inspector' })).toHaveAttribute('data-state', 'active');
    await expect(card(page, 'introduction')).toHaveClass(/selected/);
    await page.keyboard.press('Control+z');
    await page.getByRole('tab', { name: 'Try' }).click();
    await page.getByRole('tab', { name: 'Scenarios' }).click();
  });

  await page.getByRole('list', { name: 'Scenarios' }).getByText('A house in Pune').click();
  await page.getByRole('button', { name: 'Compare languages' }).click();
  await expect(page.getByRole('list', { name: 'Compare languages' }).getByText('same way')).toHaveCount(5);

  await page.getByRole('button', { name: 'Write scenarios for what is not covered' }).click();
  await page.getByRole('button', { name: /Keep all \d+/ }).click({ timeout: 30_000 });
  await page.getByRole('button', { name: /Run all \d+/ }).click();
  await expect(page.getByText(/\d+ passed, 0 failed/)).toBeVisible({ timeout: 30_000 });
});

async function openTry(page: Page, name: string, change?: Parameters<typeof openCopy>[2]): Promise<void> {
  await openCopy(page, `try ${name}`, change);
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(composer(page)).toBeVisible();
}

function phone(page: Page): Locator {
  return page.getByRole('region', { name: 'The customer’s phone' });
}

function own(page: Page): Locator {
  return phone(page).getByRole('article', { name: 'Customer' });
}

function answers(page: Page): Locator {
  return phone(page).getByRole('article', { name: 'Business' });
}

function standing(page: Page): Locator {
  return page.getByRole('region', { name: 'Where the conversation is' });
}

function composer(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Message', exact: true });
}

async function say(page: Page, text: string): Promise<void> {
  const before = await own(page).count();
  await composer(page).fill(text);
  await composer(page).press('Enter');
  await expect(own(page)).toHaveCount(before + 1);
  await expect(own(page).last().getByRole('img', { name: 'Read' })).toBeVisible({ timeout: 20_000 });
}

async function otherwise(page: Page, message: number, text: string): Promise<void> {
  await own(page).nth(message).hover();
  await own(page).nth(message).getByRole('button', { name: 'Answer otherwise' }).click();
  await page.getByLabel('The customer says instead').fill(text);
}

async function addFact(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Add a fact' }).click();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

function items(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : [];
}
