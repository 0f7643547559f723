import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

test('over https every cookie is one that no other host can set, and no script can read', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'vaarta-cookies-'));
  const nowhere = 'postgres://nobody@127.0.0.1:1/none';
  Object.assign(process.env, {
    PUBLIC_URL: 'https://vaarta.lender.test',
    DATABASE_URL: nowhere,
    VAARTA_DATA_DIR: dataDir,
  });
  const { getAuth } = await import('./auth'); // the variables are read when it is loaded
  const { authCookies, createAuthCookie } = await getAuth().$context;
  for (const { name, attributes } of [authCookies.sessionToken, createAuthCookie('two_factor', { maxAge: 600 })]) {
    expect(name).toMatch(/^__Host-vaarta\./);
    expect(attributes).toMatchObject({ secure: true, httpOnly: true, sameSite: 'lax', path: '/' });
    expect(attributes).not.toHaveProperty('domain');
  }
  rmSync(dataDir, { recursive: true });
});
