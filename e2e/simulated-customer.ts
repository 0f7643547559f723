import { expect, type Locator, type Page } from '@playwright/test';

type Beginning = { readonly name: string; readonly language?: string; readonly startAt?: string };

/** A person who plays a customer in the simulator: writes, taps, and looks at what came back. */
export class SimulatedCustomer {
  private constructor(
    readonly page: Page,
    readonly name: string,
  ) {}

  /** Opens the simulator and begins as a new contact. */
  static async begin(page: Page, { name, language = 'English', startAt }: Beginning): Promise<SimulatedCustomer> {
    await page.goto('/simulator');
    await page.getByRole('button', { name: 'New contact' }).click();
    const dialog = page.getByRole('dialog', { name: 'New contact' });
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Language').selectOption({ label: language });
    if (startAt) await dialog.getByLabel('Start at').selectOption({ label: startAt });
    await dialog.getByRole('button', { name: 'Begin' }).click();
    await expect(dialog).toBeHidden();
    const customer = new SimulatedCustomer(page, name);
    await expect(customer.composer).toBeEnabled();
    return customer;
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
