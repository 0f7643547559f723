import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page } from '@playwright/test';

type Beginning = { readonly name: string; readonly language?: 'en' | 'hi' | 'kn' | 'ta' | 'te' };
type ByHand = { readonly language?: string; readonly startAt?: string };

/** A person who plays a customer in the simulator: writes, taps, and looks at what came back. */
export class SimulatedCustomer {
  private constructor(
    readonly page: Page,
    readonly name: string,
  ) {}

  /** Opens the simulator on a new contact of the shipped flow. */
  static async begin(page: Page, beginning: Beginning): Promise<SimulatedCustomer> {
    await page.goto(`/simulator?contact=${await beginAs(page, beginning)}`);
    const customer = new SimulatedCustomer(page, beginning.name);
    await expect(customer.composer).toBeEnabled();
    return customer;
  }

  /** Opens the simulator and begins as a new contact by hand: language and state by the names that a person sees. */
  static async beginByHand(page: Page, name: string, { language, startAt }: ByHand): Promise<SimulatedCustomer> {
    await page.goto('/simulator');
    await page.getByRole('button', { name: 'New contact' }).click();
    const dialog = page.getByRole('dialog', { name: 'New contact' });
    await dialog.getByLabel('Name').fill(name);
    if (language) await dialog.getByLabel('Language').selectOption({ label: language });
    if (startAt) await dialog.getByLabel('Start at').selectOption({ label: startAt });
    await dialog.getByRole('button', { name: 'Begin' }).click();
    await expect(dialog).toBeHidden();
    const customer = new SimulatedCustomer(page, name);
    await expect(customer.composer).toBeEnabled();
    return customer;
  }

  /** Has a new contact say what is to be known of them, and each message answered, for a test of other screens. */
  static async talk(page: Page, name: string, texts: readonly string[]): Promise<void> {
    const contactId = await beginAs(page, { name });
    for (const [index, text] of texts.entries()) {
      const message = { contactId, clientId: randomUUID(), content: { type: 'text', text } };
      const taken = await page.request.post('/api/trpc/simulator.send', { data: { json: message } });
      expect(taken.ok(), await taken.text()).toBe(true);
      await expect.poll(() => turnsOf(page, contactId), { timeout: 20_000 }).toBe(index + 1);
    }
  }

  get phone(): Locator {
    return this.page.getByRole('region', { name: 'The customer’s phone' });
  }

  get composer(): Locator {
    return this.phone.getByRole('textbox', { name: 'Message' });
  }

  get ownMessages(): Locator {
    return this.phone.getByRole('article', { name: 'Customer' });
  }

  get answers(): Locator {
    return this.phone.getByRole('article', { name: 'Business' });
  }

  get inspector(): Locator {
    return this.page.getByRole('region', { name: 'What the runtime saw' });
  }

  /** Writes a message and waits until the business has read and answered it. */
  async say(text: string): Promise<void> {
    const before = await this.ownMessages.count();
    await this.composer.fill(text);
    await this.composer.press('Enter');
    await this.isAnswered(before);
  }

  /** Taps a button below a message of the business: of several with this title, the newest unless said otherwise. */
  async tap(title: string, which: 'newest' | 'oldest' = 'newest'): Promise<void> {
    const before = await this.ownMessages.count();
    const buttons = this.phone.getByRole('button', { name: title, exact: true });
    await (which === 'newest' ? buttons.last() : buttons.first()).click();
    await this.isAnswered(before);
  }

  /** Opens the newest list, chooses a row and sends it. */
  async choose(row: string): Promise<void> {
    const before = await this.ownMessages.count();
    await this.answers.last().locator('button[aria-haspopup="dialog"]').click();
    const list = this.phone.getByRole('dialog');
    await list.getByRole('radio', { name: row }).click();
    await list.getByRole('button', { name: 'Send' }).click();
    await this.isAnswered(before);
  }

  /** What is known about the customer under this name. */
  fact(slot: string): Locator {
    return this.inspector.locator(`[data-slot="${slot}"]`);
  }

  async isInState(state: string): Promise<void> {
    await expect(this.inspector.locator('[data-state]').first()).toHaveAttribute('data-state', state);
  }

  private async isAnswered(ownBefore: number): Promise<void> {
    await expect(this.ownMessages).toHaveCount(ownBefore + 1);
    await expect(this.ownMessages.last().getByRole('img', { name: 'Read' })).toBeVisible({ timeout: 20_000 });
    await expect(this.phone.getByText('typing…')).toBeHidden();
    await expect(this.phone.getByRole('article').last()).toHaveAccessibleName('Business');
  }
}

async function beginAs(page: Page, { name, language = 'en' }: Beginning): Promise<string> {
  const flow = { flowId: 'loan-against-property', flowVersion: 1, state: null };
  const answer = await page.request.post('/api/trpc/simulator.begin', {
    data: { json: { contactId: null, name, language, ...flow } },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()).result.data.json.contactId;
}

/** How many of a contact's messages were answered. */
async function turnsOf(page: Page, contactId: string): Promise<number> {
  const input = encodeURIComponent(JSON.stringify({ json: { contactId } }));
  const answer = await page.request.get(`/api/trpc/simulator.conversation?input=${input}`);
  const { messages } = (await answer.json()).result.data.json;
  return messages.filter((message: { status: string }) => message.status === 'handled').length;
}
