import type { CDPSession, Locator, Page } from '@playwright/test';
import { axeOn, seriousProblems } from './accessibility';
import { card, isSaved, openCopy } from './editor';
import { expect, test } from './fixtures';

type Document = Record<string, unknown>;

const inspector = (page: Page): Locator => page.getByRole('region', { name: 'Inspector' });
const preview = (page: Page): Locator => page.getByRole('region', { name: 'WhatsApp preview' });
const undo = (page: Page): Locator => page.getByRole('button', { name: /^Undo/ }).first();

/** Finds a state in the outline, selects it and opens the inspector, as one does without a mouse on the canvas. */
async function inspect(page: Page, name: string): Promise<void> {
  const find = page.getByRole('searchbox', { name: 'Find a state, a rule or a note' });
  await find.fill(name);
  await page
    .getByRole('treeitem', { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await find.fill('');
  const open = page.getByRole('button', { name: 'Open the panel' });
  if (await open.isVisible()) await open.click();
  await expect(inspector(page).getByRole('heading', { name, level: 2 })).toBeVisible();
}

/** Opens an entry of a list of the form. */
async function openEntry(page: Page, name: RegExp): Promise<void> {
  const entry = inspector(page).getByRole('button', { name }).first();
  if ((await entry.getAttribute('aria-expanded')) === 'false') await entry.click();
}

/** One language of the text that is open. */
function text(page: Page, language: string, label = 'Text'): Locator {
  return inspector(page)
    .getByLabel(new RegExp(`^${label}, .*\\(${language}\\)`))
    .first();
}

async function choose(page: Page, label: string | RegExp, option: string, within = inspector(page)): Promise<void> {
  const field = within.getByRole('combobox', { name: label }).first();
  await field.click();
  await field.fill(option);
  await page.getByRole('listbox').getByRole('option', { name: option }).first().waitFor();
  await field.press('Enter');
}

/** Puts a state of a type that the shipped flow has not into the copy, where the start leads. */
function withState(state: Document): (document: Document) => Document {
  return (document) => ({
    ...document,
    states: [...(Array.isArray(document.states) ? document.states : []), { position: { x: 0, y: 900 }, ...state }],
  });
}

const question = {
  id: 'ask_income',
  type: 'ask',
  name: 'Ask for the income',
  data: {
    questions: [
      { slot: 'monthly_income', ask: [{ type: 'text', text: { en: 'How much do you earn?', kn: 'ನಿಮ್ಮ ಆದಾಯ ಎಷ್ಟು?' } }] },
    ],
    giveUpAfter: 3,
  },
};

test('a text is changed and its preview and card say it; what it makes out of date is confirmed; its state is renamed', async ({
  page,
}) => {
  await openCopy(page, 'inspector-kannada');
  await page.getByLabel('Language', { exact: true }).selectOption({ label: 'ಕನ್ನಡ' });
  await inspect(page, 'Qualifying');
  await openEntry(page, /^Wording 1/);

  await test.step('a Kannada text is changed, and preview and card say it', async () => {
    await text(page, 'Kannada').fill('ಧನ್ಯವಾದ {{ name }}. *ಮೂರು* ಪ್ರಶ್ನೆಗಳು.');
    await expect(preview(page).getByRole('article')).toHaveText('ಧನ್ಯವಾದ ‹Name›. ಮೂರು ಪ್ರಶ್ನೆಗಳು.');
    await expect(preview(page).locator('strong')).toHaveText('ಮೂರು');
    await expect(card(page, 'qualifying')).toContainText('ಧನ್ಯವಾದ');
    await expect(undo(page)).toHaveAccessibleName('Undo: Edit Kannada text of qualifying');
    await isSaved(page);
  });

  await test.step('a changed original makes translations out of date until somebody confirms them', async () => {
    await text(page, 'English').fill('Thank you very much.');
    const confirm = inspector(page).getByRole('button', { name: 'Confirm the Kannada text' });
    await expect(inspector(page).getByText('out of date').first()).toBeVisible();
    await confirm.click();
    await expect(confirm).toBeHidden();
    await expect(undo(page)).toHaveAccessibleName('Undo: Confirm Kannada text of qualifying');
    await text(page, 'Tamil').fill('');
    await expect(inspector(page).getByText('missing', { exact: true })).toBeVisible();
  });

  await test.step('a state is named anew, also where it is led to', async () => {
    const id = inspector(page).getByRole('textbox', { name: 'Id' });
    await id.fill('introduction');
    await expect(inspector(page).getByRole('alert')).toContainText('Another state has this id already');
    await id.fill('Not an id');
    await expect(inspector(page).getByRole('alert')).toContainText('small letters');
    await id.fill('first_questions');
    await id.press('Enter');
    await expect(undo(page)).toHaveAccessibleName('Undo: Rename qualifying');
    await expect(id).toHaveValue('first_questions');
    await expect(id).toBeFocused();
    await inspector(page).getByRole('textbox', { name: 'Name', exact: true }).fill('First questions');
    await expect(page.getByRole('treeitem', { name: /^First questions/ })).toBeVisible();
    await isSaved(page);
  });
});

test('a variable is put in by keys and by a button, and a limit is said before it is passed', async ({ page }) => {
  await openCopy(page, 'inspector-variable');
  await inspect(page, 'Qualifying');

  await test.step('a variable is found and put in by the keyboard alone', async () => {
    await openEntry(page, /^Wording 2/);
    const english = inspector(page)
      .locator('[data-path="say.1"]')
      .getByLabel(/^Text, .*\(English\)/);
    await english.focus();
    await english.press('End');
    await page.keyboard.type(' {{ property_va');
    const menu = page.getByRole('listbox', { name: 'Variables' });
    await expect(menu.getByRole('option').first()).toHaveText(/property_value \| lakhCrore/);
    await page.keyboard.press('ArrowDown');
    await expect(english).toHaveAttribute('aria-activedescendant', /-1$/);
    await page.keyboard.press('Enter');
    await expect(menu).toBeHidden();
    await expect(english).toHaveValue('Thank you, let us go on. {{ property_value }}');
    await page.keyboard.type(' and {{');
    await expect(menu).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(english).toHaveValue('Thank you, let us go on. {{ property_value }} and {{');
  });

  await test.step('a button puts a variable in, too', async () => {
    await text(page, 'English').fill('Hello ');
    await inspector(page).getByRole('button', { name: 'Insert a variable, English' }).first().click();
    await page.getByRole('option', { name: /^name/ }).first().click();
    await expect(text(page, 'English')).toHaveValue('Hello {{ name }}');
  });

  await test.step('the limit is said before it is passed and explained after', async () => {
    await openEntry(page, /^Wording 1/);
    await inspector(page).getByLabel('Kind of message').first().selectOption({ label: 'Text with buttons' });
    const title = text(page, 'English', 'Title');
    await title.fill('Yes, tell me more');
    await expect(title).toHaveAccessibleDescription(/17 of 20 characters/);
    await title.fill('Yes, please tell me much more');
    await expect(title).toHaveAccessibleDescription(/9 too many: WhatsApp shows at most 20 characters here/);
    await expect(preview(page)).toContainText('Cut to fit: Yes, please tell me much more');
    await expect(preview(page).getByRole('listitem').first()).toHaveText('Yes, please tell me…');
  });
});

test('a condition is written, wrongly at first, and made of rows', async ({ page }) => {
  await openCopy(page, 'inspector-condition');
  const more = inspector(page).getByRole('button', { name: /^More about objection to/ });
  await inspect(page, 'First contact');
  await more.click();

  await test.step('a condition that is written wrongly says where, and is not lost', async () => {
    await inspector(page).getByRole('button', { name: 'Edit as written' }).first().click();
    const source = inspector(page).getByRole('textbox', { name: /as written/ });
    await source.fill('property_value = 5');
    await expect(inspector(page).getByRole('alert')).toContainText('To compare, write "==".');
    await expect(undo(page)).toBeDisabled();
    await inspect(page, 'Introduction');
    await inspect(page, 'First contact');
    await more.click();
    await expect(source).toHaveValue('property_value = 5');
    await source.fill('coalesce(property_value, 0) > 5');
    await expect(inspector(page).getByText('Rows can’t show this condition')).toBeVisible();
    await expect(undo(page)).toBeEnabled();
    await undo(page).click();
  });

  await test.step('rows make a condition, and the condition is shown as it is written', async () => {
    await inspector(page).getByRole('button', { name: 'Add a condition' }).click();
    await choose(page, 'What', 'Property value');
    await inspector(page).getByLabel('How', { exact: true }).selectOption({ label: 'is at least' });
    await inspector(page).getByRole('textbox', { name: 'Value' }).fill('5000000');
    await expect(inspector(page).getByRole('code').last()).toHaveText('property_value >= 5000000');
    await inspector(page).getByRole('button', { name: 'Add a condition' }).click();
    await inspector(page).getByLabel('Which must hold').selectOption({ label: 'Any of these' });
    await expect(inspector(page).getByRole('code').last()).toHaveText('property_value >= 5000000 or known(name)');
    await isSaved(page);
  });
});

test('what a state asks is refused with the reason where it is not taken, and is added and moved', async ({ page }) => {
  await openCopy(page, 'inspector-question', withState(question));
  await inspect(page, 'Ask for the income');

  await test.step('what is not taken stays in the field with the reason', async () => {
    const attempts = inspector(page).getByRole('textbox', { name: 'Give up after' });
    await attempts.fill('99');
    await expect(inspector(page).getByRole('alert')).toContainText('must be at most 10');
    await expect(undo(page)).toBeDisabled();
    await inspect(page, 'Qualifying');
    await inspect(page, 'Ask for the income');
    await expect(attempts).toHaveValue('99');
    await attempts.fill('5');
    await expect(inspector(page).getByRole('alert')).toBeHidden();
    await expect(undo(page)).toHaveAccessibleName('Undo: Change give up after of ask_income');
  });

  await test.step('a question is added, and is moved before the other', async () => {
    await inspector(page).getByRole('button', { name: 'Add question' }).click();
    await choose(page, 'What it is about', 'Property location', inspector(page).locator('[data-path="questions.1"]'));
    const added = inspector(page).getByRole('button', { name: /^Question 2 Property location/ });
    await expect(added).toBeVisible();
    await text(page, 'Kannada').last().fill('ಆಸ್ತಿ ಯಾವ ಊರಿನಲ್ಲಿದೆ?');
    await inspector(page).getByRole('button', { name: 'Move question 2 up' }).click();
    await expect(inspector(page).getByRole('button', { name: /^Question 1 Property location/ })).toBeVisible();
    await expect(inspector(page).getByRole('button', { name: 'Move question 1 down' })).toBeEnabled();
    await isSaved(page);
  });
});

test('an outcome is connected by the keyboard alone, and leads to a new state', async ({ page }) => {
  await openCopy(page, 'inspector-connect');
  await inspect(page, 'First contact');
  await choose(page, 'objection leads to', 'New state: Say');
  await expect(inspector(page).getByRole('heading', { name: 'say', level: 2 })).toBeVisible();
  await expect(undo(page)).toHaveAccessibleName('Undo: Add state say after initial');

  await inspect(page, 'First contact');
  const target = inspector(page).getByRole('combobox', { name: 'objection leads to' });
  await target.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('closing');
  await page.keyboard.press('Enter');
  await expect(target).toHaveValue('Closing');
  await expect(undo(page)).toHaveAccessibleName('Undo: Lead family:objection of initial elsewhere');
  await target.click();
  await target.fill('Nowhere');
  await target.press('Enter');
  await expect(inspector(page).getByRole('combobox', { name: 'objection leads to' })).toBeHidden();
});

test('an issue leads the cursor into the text that it is about', async ({ page }) => {
  await openCopy(page, 'inspector-issue', (document) =>
    JSON.parse(JSON.stringify(document).replace('ಧನ್ಯವಾದಗಳು, ಮುಂದುವರಿಸೋಣ.', '')),
  );
  await page.getByRole('button', { name: /^Issues: / }).click();
  await page
    .getByRole('button', { name: /has no Kannada/ })
    .first()
    .click();
  const kannada = inspector(page)
    .getByRole('textbox', { name: /^Text, .*\(Kannada\)/ })
    .and(page.locator(':focus'));
  await expect(kannada).toBeFocused();
  await expect(kannada).toHaveValue('');
  await page.keyboard.insertText('ಧನ್ಯವಾದಗಳು, ಮುಂದುವರಿಸೋಣ.');
  await expect(inspector(page).getByText('missing', { exact: true })).toBeHidden();
  await expect(undo(page)).toHaveAccessibleName('Undo: Edit Kannada text of qualifying');
});

test('a variable is named anew wherever it is read, and a rule of the whole flow is changed', async ({ page }) => {
  await openCopy(page, 'inspector-rule');
  await page.getByRole('button', { name: 'Open the panel' }).click();
  const name = inspector(page)
    .getByRole('textbox', { name: 'Name', exact: true })
    .and(page.locator('[value="reminded"]'));
  await name.fill('was_reminded');
  await page.keyboard.press('Enter');

  await inspector(page)
    .getByRole('button', { name: /^Complaint/ })
    .click();
  await choose(page, 'Add meaning', 'Objection trust');
  await expect(undo(page)).toHaveAccessibleName('Undo: Change when the customer means of complaint');
  await inspector(page).getByLabel('What it does').selectOption({ label: 'Answer' });
  await choose(page, 'Add answer', 'Complaint');
  await inspector(page).getByRole('button', { name: 'Add wording' }).click();
  await text(page, 'English').fill('We are sorry.');
  await expect(preview(page).getByRole('article')).toHaveText('We are sorry.');

  await inspect(page, 'Qualifying');
  await expect(inspector(page).getByText('unknown(was_reminded)')).toBeVisible();
  await isSaved(page);
});

test('text that an input method composes arrives whole, and the form has no serious problem of accessibility', async ({
  page,
}) => {
  await openCopy(page, 'inspector-ime');
  await inspect(page, 'Qualifying');
  await openEntry(page, /^Wording 1/);
  const client = await page.context().newCDPSession(page);

  for (const [language, parts] of [
    ['Kannada', ['ನ', 'ನಮ', 'ನಮಸ', 'ನಮಸ್', 'ನಮಸ್ಕ', 'ನಮಸ್ಕಾರ']],
    ['Tamil', ['வ', 'வண', 'வணக', 'வணக்', 'வணக்க', 'வணக்கம்']],
  ] as const) {
    await test.step(`it arrives whole in ${language}, fires no shortcut and is undone in one step`, async () => {
      const area = text(page, language);
      const before = await area.inputValue();
      await area.focus();
      await area.press('Control+End');
      await compose(client, parts);
      const whole = parts.at(-1) ?? '';
      await expect(area).toHaveValue(before + whole);
      await compose(client, parts);
      await expect(area).toHaveValue(before + whole + whole);
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(undo(page)).toHaveAccessibleName(`Undo: Edit ${language} text of qualifying`);
      await undo(page).click();
      await expect(area).toHaveValue(before);
      await expect(undo(page)).toBeDisabled();
    });
  }

  await test.step('it is not disturbed by keys that would be shortcuts', async () => {
    const area = text(page, 'Kannada');
    const before = await area.inputValue();
    await area.focus();
    await area.press('Control+End');
    await client.send('Input.imeSetComposition', { text: 'ನಮ', selectionStart: 2, selectionEnd: 2 });
    await area.dispatchEvent('keydown', { key: '?', code: 'Slash', isComposing: true, bubbles: true });
    await area.dispatchEvent('keydown', { key: 'z', code: 'KeyZ', ctrlKey: true, isComposing: true, bubbles: true });
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(area).toHaveValue(`${before}ನಮ`);
    await expect(undo(page)).toBeDisabled();
    await client.send('Input.insertText', { text: 'ನಮಸ್ಕಾರ' });
    await expect(area).toHaveValue(`${before}ನಮಸ್ಕಾರ`);
    await expect(undo(page)).toBeEnabled();
  });

  await test.step('the open form has no serious problem of accessibility', async () => {
    await openEntry(page, /^Question 2/);
    await inspector(page)
      .getByRole('button', { name: /^More about interested/ })
      .click();
    await text(page, 'English').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' {{');
    await expect(page.getByRole('listbox', { name: 'Variables' })).toBeVisible();
    expect(await seriousProblems(axeOn(page, 'section[aria-label="Inspector"]'))).toEqual([]);
  });
});

/** Composes a word as an input method does, letter by letter, and takes it. */
async function compose(client: CDPSession, parts: readonly string[]): Promise<void> {
  for (const part of parts) {
    await client.send('Input.imeSetComposition', {
      text: part,
      selectionStart: part.length,
      selectionEnd: part.length,
    });
  }
  await client.send('Input.insertText', { text: parts.at(-1) ?? '' });
}
