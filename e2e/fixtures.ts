import { test as base, expect } from '@playwright/test';

/** What a page complained about: errors on its console, exceptions, and answers of the server that are failures. */
type PageNoise = {
  /** Gives what was said so far and forgets it: for a test that provokes a failure on purpose. */
  readonly claim: () => readonly string[];
};

/** Playwright's `test`, but a page that complains fails it. */
export const test = base.extend<{ pageNoise: PageNoise }>({
  pageNoise: [
    async ({ page }, use) => {
      let noise: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') noise.push(`console: ${message.text()} (${message.location().url})`);
      });
      page.on('pageerror', (error) => noise.push(`exception: ${error.message}`));
      page.on('response', (response) => {
        if (response.status() >= 500) noise.push(`answer ${response.status()}: ${response.url()}`);
      });
      const claim = () => {
        const claimed = noise;
        noise = [];
        return claimed;
      };
      await use({ claim });
      expect([...new Set(claim())], 'the page was not silent').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
