import { type Browser, expect, type Locator, type Page } from '@playwright/test';

/** An officer at the inbox, in a browser of their own. */
export class Officer {
  private constructor(
    readonly page: Page,
    readonly name: string,
  ) {}

  /** Is invited by the owner whose page it is, and comes in by the link. */
  static async join(
    browser: Browser,
    owner: Page,
    name: string,
    role: 'officer' | 'viewer' = 'officer',
    languages: readonly string[] = ['en', 'kn'],
  ): Promise<Officer> {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@lender.test`;
    const invited = await owner.request.post('/api/trpc/people.invite', {
      data: { json: { email, name, role, languages } },
      // A connection that rested too long is closed by the server as it is taken up again.
      maxRetries: 2,
    });
    const { result } = await invited.json();
    const token = String(result.data.json.link).split('/').at(-1) ?? '';
    const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
    const entered = await context.request.post(`/api/auth-links/${token}`, {
      data: { name, password: 'mango hill umbrella' },
    });
    expect(entered.ok(), await entered.text()).toBe(true);
    return new Officer(await context.newPage(), name);
  }

  get conversation(): Locator {
    return this.page.getByRole('region', { name: 'Conversation', exact: true });
  }

  get messages(): Locator {
    return this.conversation.getByRole('log');
  }

  get reply(): Locator {
    return this.conversation.getByRole('textbox', { name: /^Reply to/ });
  }

  /** Of the two buttons the one beside the name. */
  get takeOver(): Locator {
    return this.conversation.getByRole('button', { name: 'Take over' }).first();
  }

  get returnToBot(): Locator {
    return this.conversation.getByRole('button', { name: 'Return to the bot' });
  }

  /** Finds a customer in the list of all, and opens the conversation. */
  async open(customer: string): Promise<void> {
    await this.page.goto(`/inbox?queue=all&search=${encodeURIComponent(customer)}`);
    await this.page.getByRole('link', { name: customer }).click();
    await expect(this.conversation.getByRole('heading', { name: customer })).toBeVisible();
  }

  async say(text: string): Promise<void> {
    await this.reply.fill(text);
    await this.reply.press('Enter');
    await expect(this.messages.getByText(text)).toBeVisible();
  }
}
