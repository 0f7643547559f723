import type { Locator, Page } from '@playwright/test';
import { isReady, isSaved, openCopy, readDraft } from './editor';
import { expect, test } from './fixtures';

const OFFICER = 'An officer gets in touch';
const CONFLICT = /^Conflict: 1 thing/;

test('a change is compared word by word, and published', async ({ page }) => {
  await openCopy(page, 'Versions, compared');
  await publish(page, 'The first one');
  await showPanel(page, 'Versions');
  await expect(versionRow(page, 1)).toContainText('The first one');

  await writeText(page, OFFICER, 'Kannada', 'ಅಧಿಕಾರಿ ನಿಮಗೆ ಕರೆ ಮಾಡುತ್ತಾರೆ.');
  await showPanel(page, 'Versions');
  await page.getByRole('button', { name: 'Compare with the live version' }).click();
  const group = page.getByRole('region', { name: OFFICER });
  await expect(group).toContainText('the Kannada text of');
  await expect(group.locator('p[lang="kn"]')).toContainText('ಕರೆ');
  await expect(group.getByRole('insertion').first()).toBeVisible();
  await expect(group.getByRole('deletion').first()).toBeVisible();
  await group.getByRole('button', { name: /the Kannada text of/ }).click();
  await expect(page.locator('.react-flow__node[data-id="say_officer"]')).toBeVisible();

  await publish(page, 'A call from the officer');
  await page.getByRole('tab', { name: /^Published/ }).click();
  await expect(versionRow(page, 2)).toContainText('live');
  await expect(versionRow(page, 2)).toContainText('A call from the officer');
  await expect(versionRow(page, 2)).toContainText(/\S+, \w{3}, \d/); // the name of who published it, and when
});

test('an older version is rolled back to, and another restored into the draft', async ({ page }) => {
  test.slow(); // publishes three times
  const flowId = await openCopy(page, 'Versions, back');
  await publish(page, 'The first one');
  await writeText(page, OFFICER, 'Kannada', 'ಅಧಿಕಾರಿ ನಿಮಗೆ ಕರೆ ಮಾಡುತ್ತಾರೆ.');
  await publish(page, 'The second one');
  await showPanel(page, 'Versions');
  await page.getByRole('button', { name: 'Roll back to version 1' }).click();
  const sheet = page.getByRole('dialog', { name: 'Roll back to version 1' });
  await expect(sheet).toContainText('Nobody is in a conversation');
  await sheet.getByRole('button', { name: 'Roll back to version 1' }).click();
  await expect(sheet.getByRole('status')).toContainText('Version 3 is live: the same as version 1.');
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(versionRow(page, 3)).toContainText('Back to version 1');

  await page.getByRole('button', { name: 'Restore version 2 into the draft' }).click();
  await expect(page.getByText('The draft is version 2 now.')).toBeVisible();
  await isSaved(page);
  expect(await draftOf(page, flowId)).toContain('ಕರೆ ಮಾಡುತ್ತಾರೆ');
  await page.getByRole('button', { name: 'Undo: Restore version 2' }).click();
  await expect.poll(() => draftOf(page, flowId)).not.toContain('ಕರೆ ಮಾಡುತ್ತಾರೆ');
});

test('one change is taken back, and the others stay', async ({ page }) => {
  await openCopy(page, 'Versions, take one back');
  await publish(page, 'The first one');
  await writeText(page, OFFICER, 'Kannada', 'ಅಧಿಕಾರಿ ಬರುತ್ತಾರೆ.');
  await writeText(page, OFFICER, 'Tamil', 'அதிகாரி வருவார்.');
  await showPanel(page, 'Versions');
  await page.getByRole('button', { name: 'Compare with the live version' }).click();
  const group = page.getByRole('region', { name: OFFICER });
  await group.getByRole('button', { name: /^Take back: Kannada text/ }).click();
  await expect(group).not.toContainText('Kannada');
  await expect(group).toContainText('Tamil');
  await page.getByLabel('Show', { exact: true }).selectOption({ label: 'Everything (1)' });
  await page.getByRole('button', { name: 'Next change' }).click();
  await expect(group.locator('[aria-current="true"]')).toContainText('Tamil');
  await expect(page.getByRole('button', { name: /^Undo: Take back Kannada text/ })).toBeEnabled();
});

test('the people in a changed state are counted and moved', async ({ page }) => {
  const flowId = await openCopy(page, 'Versions, people');
  await publish(page, 'The first one');
  await begin(page, flowId, 'introduction');
  const text = await openText(page, 'Introduction', 'Kannada');
  await text.fill('ಬದಲಾಗಿದೆ.');
  const dialog = await openPublish(page);
  await expect(dialog).toContainText('1 person is in a state that changed or is gone.');
  await expect(dialog.getByRole('list', { name: 'People by state' })).toContainText('Introduction');
  await dialog.getByRole('button', { name: 'Replay the last 50 conversations' }).click();
  await expect(dialog.getByText(/played\.|no conversations to replay/)).toBeVisible({ timeout: 30_000 });
  await dialog.getByRole('radio', { name: 'They are moved to the new version' }).check();
  await sign(dialog, 'Moved');
  await expect(dialog.getByRole('status').first()).toContainText('Version 2 is live');
  await expect(dialog).toContainText('1 person moved to it.');
});

test('errors keep a draft from being published and lead to their places', async ({ page }) => {
  await openCopy(page, 'Versions, errors', withoutWays);
  const dialog = await openPublish(page);
  await expect(dialog.getByRole('alert')).toContainText('must be mended first');
  await expect(dialog.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled();
  await dialog
    .getByRole('list', { name: 'Errors' })
    .getByRole('button', { name: /^Go there/ })
    .first()
    .click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('tab', { name: 'Inspector' })).toHaveAttribute('aria-selected', 'true');
});

test('what two tabs changed differently is shown state by state, and a person decides', async ({
  page,
  context,
  pageNoise,
}) => {
  const flowId = await openCopy(page, 'Versions, two tabs');
  const { sheet, clash } = await clashWith(await context.newPage(), page, flowId);
  await expect(clash).toContainText('ಈ ಟ್ಯಾಬ್.');
  await expect(clash).toContainText('ಇನ್ನೊಂದು ಟ್ಯಾಬ್.');
  await expect(sheet.getByRole('button', { name: 'Save what I chose' })).toBeDisabled();
  await sheet.getByRole('button', { name: 'Decide later' }).first().click();
  await page.getByRole('button', { name: CONFLICT }).click();
  await clash.getByRole('radio', { name: 'Theirs' }).check();
  await expect(sheet).toContainText('1 of 1 decided');
  await sheet.getByRole('button', { name: 'Save what I chose' }).click();
  await expect(sheet).toBeHidden();
  await isSaved(page);
  await expect.poll(() => draftOf(page, flowId)).toContain('ಇನ್ನೊಂದು ಟ್ಯಾಬ್.');
  expect(await draftOf(page, flowId)).not.toContain('ಈ ಟ್ಯಾಬ್.');
  pageNoise.claim(); // the requests that were cut off
});

test('both sides of a conflict can be kept, with the keyboard alone', async ({ page, context, pageNoise }) => {
  const flowId = await openCopy(page, 'Versions, both tabs');
  const { sheet, clash } = await clashWith(await context.newPage(), page, flowId);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeVisible();
  await clash.getByRole('radio', { name: 'Mine' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(clash.getByRole('radio', { name: 'Both' })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(sheet.getByRole('button', { name: 'Save what I chose' })).toBeFocused();
  await page.keyboard.press('Enter');
  await isSaved(page);
  await expect.poll(() => draftOf(page, flowId)).toContain('ಇನ್ನೊಂದು ಟ್ಯಾಬ್.');
  expect(await draftOf(page, flowId)).toContain('ಈ ಟ್ಯಾಬ್.');
  pageNoise.claim(); // the requests that were cut off
});

test('a save that would remove most of the flow is asked about first', async ({ page }) => {
  const flowId = await openCopy(page, 'Versions, most of it');
  await page.locator('.react-flow__pane').click({ position: { x: 20, y: 300 } });
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: /^Not saved: most of the flow/ }).click();
  const sheet = page.getByRole('dialog', { name: 'This would remove most of the flow' });
  await expect(sheet).toContainText(/would remove \d+ of \d+ states/);
  await sheet.getByRole('button', { name: /^Undo: Delete/ }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('status', { name: 'Saving' })).not.toContainText('Not saved');
  expect(await draftOf(page, flowId)).toContain('say_officer');
});

test('the history is readable, and every entry is a place to go to', async ({ page }) => {
  await openCopy(page, 'Versions, history');
  await showPanel(page, 'History');
  await expect(page.getByText('No changes yet')).toBeVisible();
  await writeText(page, OFFICER, 'Kannada', 'ಒಂದು.');
  await writeText(page, OFFICER, 'Tamil', 'இரண்டு.');
  await showPanel(page, 'History');
  const entries = page.getByRole('list', { name: 'Changes, newest first' }).getByRole('button');
  await expect(entries).toHaveCount(3);
  await expect(entries.first()).toContainText('Edit Tamil text of');
  await expect(entries.first()).toHaveAttribute('aria-current', 'step');
  await entries.first().focus();
  await page.keyboard.press('End');
  await expect(entries.last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(entries.last()).toHaveAttribute('aria-current', 'step');
  await expect(entries.first()).toContainText('undone');
  await entries.nth(1).click();
  await expect(entries.nth(1)).toHaveAttribute('aria-current', 'step');
  await expect(page.getByRole('button', { name: /^Redo: Edit Tamil text/ })).toBeEnabled();
});

test('a draft that changed elsewhere meanwhile is not published unseen', async ({ page, pageNoise }) => {
  const flowId = await openCopy(page, 'Versions, overtaken');
  await publish(page, 'The first one');
  await writeText(page, OFFICER, 'Kannada', 'ಒಂದು.');
  await isSaved(page);
  const dialog = await openPublish(page);
  await expect(dialog.getByLabel('What is new')).toBeVisible();
  await saveElsewhere(page, flowId, 'Renamed elsewhere');
  await sign(dialog, 'Too late');
  await expect(dialog.getByRole('alert').last()).toContainText('The draft has changed meanwhile');
  await expect(dialog).toContainText('Renamed elsewhere');
  await sign(dialog, 'Looked again');
  await expect(dialog.getByRole('status').first()).toContainText('Version 2 is live');
  pageNoise.claim(); // the browser itself reports the 409
});

function versionRow(page: Page, version: number): Locator {
  return page.getByRole('listitem', { name: `Version ${version}`, exact: true });
}

async function showPanel(page: Page, name: string): Promise<void> {
  const tab = page.getByRole('tab', { name, exact: true }).first();
  if (!(await tab.isVisible())) await page.getByRole('button', { name: 'Open the panel' }).click();
  await tab.click();
}

async function openText(page: Page, state: string, language: string): Promise<Locator> {
  await page.getByRole('searchbox', { name: 'Find a state' }).fill(state);
  await page
    .getByRole('treeitem', { name: new RegExp(state) })
    .first()
    .click();
  await showPanel(page, 'Inspector');
  return page.getByRole('textbox', { name: new RegExp(`\\(${language}\\)`) }).first();
}

async function writeText(page: Page, state: string, language: string, text: string): Promise<void> {
  await (await openText(page, state, language)).fill(text);
}

/** Has two tabs write the same text, the other one first, and opens what is asked then. */
async function clashWith(other: Page, page: Page, flowId: string): Promise<{ sheet: Locator; clash: Locator }> {
  await other.goto(`/flows/${flowId}`);
  await isReady(other);
  // The first that this tab hears of the other is that its own save is refused.
  await page.route('**/api/trpc/drafts.revision**', (route) => route.abort());
  await writeText(other, OFFICER, 'Kannada', 'ಇನ್ನೊಂದು ಟ್ಯಾಬ್.');
  await isSaved(other);
  await writeText(page, OFFICER, 'Kannada', 'ಈ ಟ್ಯಾಬ್.');
  await page.getByRole('button', { name: CONFLICT }).click();
  const sheet = page.getByRole('dialog', { name: 'Both sides changed this' });
  return { sheet, clash: sheet.getByRole('region', { name: OFFICER }) };
}

async function openPublish(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish' });
  await expect(dialog.getByLabel('What is new')).toBeVisible({ timeout: 20_000 });
  return dialog;
}

/** Ticks the warnings if there are any, writes the note, and publishes. */
async function sign(dialog: Locator, note: string): Promise<void> {
  await dialog.getByLabel('What is new').fill(note);
  await expect(dialog.getByText('The flow is being checked…')).toBeHidden();
  const seen = dialog.getByRole('checkbox', { name: /^I have seen the/ });
  // A check of what was just written may still bring other warnings, at any moment: those want another tick.
  await expect(async () => {
    if (await seen.isVisible()) await seen.check({ timeout: 500 });
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click({ timeout: 500 });
  }).toPass();
}

async function publish(page: Page, note: string): Promise<void> {
  const dialog = await openPublish(page);
  await sign(dialog, note);
  await expect(dialog.getByRole('status').first()).toContainText('is live');
  await dialog.getByRole('button', { name: 'Close' }).click();
}

async function begin(page: Page, flowId: string, state: string): Promise<void> {
  const contact = { contactId: null, name: 'Meena', language: 'kn', flowId, flowVersion: 1, state };
  const answer = await page.request.post('/api/trpc/simulator.begin', { data: { json: contact } });
  expect(answer.ok(), await answer.text()).toBe(true);
  // The session is there once its first turn was taken.
  const people = `/api/trpc/versions.people?input=${encodeURIComponent(JSON.stringify({ json: { flowId } }))}`;
  await expect.poll(async () => (await (await page.request.get(people)).json()).result.data.json.total).toBe(1);
}

async function draftOf(page: Page, flowId: string): Promise<string> {
  return JSON.stringify(await readDraft(page, flowId));
}

/** Saves the draft under another name, as somebody else's tab would. */
async function saveElsewhere(page: Page, flowId: string, name: string): Promise<void> {
  const { flow, revision } = await readDraft(page, flowId);
  const draft = { flowId, revision, document: { ...flow, name }, allowShrink: false };
  const answer = await page.request.post('/api/trpc/drafts.save', { data: { json: draft } });
  expect((await answer.json()).result.data.json).toMatchObject({ ok: true });
}

/** Outcomes that lead nowhere are errors. */
function withoutWays(document: Record<string, unknown>): Record<string, unknown> {
  return { ...document, transitions: [] };
}
