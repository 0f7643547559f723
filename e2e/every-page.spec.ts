import { expect, test } from './fixtures';

const pages = [
  { path: '/', heading: 'A drawing that talks' },
  { path: '/simulator', heading: 'Simulator' },
  { path: '/flows', heading: 'Flows' },
  { path: '/flows/loan-against-property', heading: 'Loan against property' },
  { path: '/campaigns', heading: 'Campaigns' },
  { path: '/follow-ups', heading: 'Follow-ups' },
  { path: '/follow-ups?view=calendar', heading: 'Follow-ups' },
  { path: '/analytics', heading: 'Analytics' },
  { path: '/inbox', heading: 'Inbox' },
  { path: '/settings', heading: 'Settings' },
  { path: '/settings/whatsapp', heading: 'WhatsApp' },
  { path: '/settings/facts', heading: 'Product facts' },
  { path: '/settings/templates', heading: 'Templates' },
  { path: '/settings/voice', heading: 'Voice' },
  { path: '/settings/outreach', heading: 'Outreach' },
  { path: '/settings/costs', heading: 'Costs' },
  { path: '/settings/retention', heading: 'Retention' },
  { path: '/settings/jobs', heading: 'Jobs' },
  { path: '/settings/answers', heading: 'Answers' },
  { path: '/settings/handover', heading: 'Handover' },
  { path: '/settings/people', heading: 'People' },
  { path: '/settings/privacy', heading: 'Privacy' },
  { path: '/settings/audit', heading: 'Audit log' },
  { path: '/account', heading: 'Account' },
];

test('every page is drawn in light and in dark colours without a complaint', async ({ page, pageNoise }) => {
  test.setTimeout(120_000);
  for (const { path, heading } of pages) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect.soft(page.getByRole('heading', { name: heading, level: 1 }), path).toBeAttached();
      await expect.soft(page.locator('.animate-spin'), path).toHaveCount(0);
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        await expect.soft(page.locator('html'), path).toHaveClass(colorScheme);
      }
      expect.soft([...new Set(pageNoise.claim())], `${path} was not silent`).toEqual([]);
    });
  }
});

test('the colours can be changed and stay changed', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Dark colours' }).click();
  await expect(page.locator('html')).toHaveClass('dark');
  await page.reload();
  await expect(page.locator('html')).toHaveClass('dark');
  await expect(page.getByRole('button', { name: 'Light colours' })).toBeVisible();
});

test('every link of the navigation leads to a page that is there', async ({ page }) => {
  await page.goto('/');
  const links = await page.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const own = [...new Set(links.filter((href) => href.startsWith('/')))];
  expect(own).toContain('/simulator');
  for (const href of own) {
    const answer = await page.request.get(href);
    expect(answer.status(), href).toBe(200);
  }
});

test('an address that is not there is answered with 404 and a way back', async ({ page, pageNoise }) => {
  const answer = await page.goto('/nowhere');
  expect(answer?.status()).toBe(404);
  await page.getByRole('link', { name: 'Go to the first page' }).click();
  await expect(page).toHaveURL('/');
  pageNoise.claim(); // the browser itself reports the 404
});

test('the interface refuses requests that other sites make', async ({ request }) => {
  const foreign = await request.post('/api/trpc/simulator.begin', {
    headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
    data: {},
  });
  expect(foreign.status()).toBe(403);
  const form = await request.post('/api/trpc/simulator.begin', { form: { a: 'b' } });
  expect(form.status()).toBeGreaterThanOrEqual(400);
  expect(form.status()).toBeLessThan(500);
});
