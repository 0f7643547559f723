import { expect, test } from './fixtures';
import { Officer } from './officer';

const nobody = { storageState: { cookies: [], origins: [] } };
const forViewers = ['/', '/flows', '/flows/loan-against-property', '/campaigns', '/analytics', '/leads', '/account'];
const forOfficers = ['/inbox', '/follow-ups'];
const forOwners = [
  ...['/simulator', '/settings', '/settings/people', '/settings/audit', '/settings/privacy', '/settings/facts'],
  ...['/settings/templates', '/settings/whatsapp', '/settings/costs', '/settings/retention', '/settings/jobs'],
];

test('without a session every page leads to the sign-in screen, whatever a request claims', async ({ browser }) => {
  const context = await browser.newContext({
    ...nobody,
    extraHTTPHeaders: { 'x-middleware-subrequest': 'proxy:proxy:proxy', 'x-vaarta-path': 'https://evil.example' },
  });
  for (const path of [...forViewers, ...forOfficers, ...forOwners]) {
    const answer = await context.request.get(path, { maxRedirects: 0 });
    expect([path, answer.status(), answer.headers().location]).toEqual([
      path,
      307,
      `/sign-in?next=${encodeURIComponent(path)}`,
    ]);
  }
  expect((await context.request.get('/api/leads/export')).status()).toBe(405);
  expect((await context.request.get('/api/live')).status()).toBe(401);
  expect((await context.request.get('/api/trpc/leads.choices')).status()).toBe(401);
  await context.close();
});

test('a viewer is shown the pages for viewers, and led away from all others', async ({ page, browser }) => {
  const viewer = await Officer.join(browser, page, `Vikram ${Date.now().toString(36)}`, 'viewer');
  for (const path of forViewers) {
    expect([path, (await viewer.page.request.get(path, { maxRedirects: 0 })).status()]).toEqual([path, 200]);
  }
  for (const path of [...forOfficers, ...forOwners]) {
    const answer = await viewer.page.request.get(path, { maxRedirects: 0 });
    expect([path, answer.status(), answer.headers().location]).toEqual([path, 307, '/not-allowed']);
  }
  await viewer.page.context().close();
});

test('each page names the scripts that may run by a secret of its own, and is kept by no cache', async ({
  request,
}) => {
  const [one, other] = [await request.get('/account'), await request.get('/account')];
  const nonceOf = (policy = '') => /script-src 'self' 'nonce-([^']{24})' 'strict-dynamic';/.exec(policy)?.[1];
  const nonce = nonceOf(one.headers()['content-security-policy']);
  expect(nonce).toBeDefined();
  expect(nonceOf(other.headers()['content-security-policy'])).not.toBe(nonce);
  const scripts = [...(await one.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
  expect(one.headers()).toMatchObject({
    'cache-control': expect.stringContaining('no-store'),
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
  });
});
