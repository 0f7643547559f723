import { describe, expect, it } from 'vitest';
import { type RequestOrigin, refuseForeign } from './refuse-foreign';

const own: RequestOrigin = {
  host: 'localhost:3000',
  origin: 'http://localhost:3000',
  fetchSite: 'same-origin',
  contentType: 'application/json',
};

describe('refuseForeign', () => {
  it('lets the studio read and change', () => {
    expect(refuseForeign(own, 'read', undefined)).toBeUndefined();
    expect(refuseForeign(own, 'change', undefined)).toBeUndefined();
  });

  it.each(['127.0.0.1:3000', '[::1]:3000', 'LOCALHOST:3000'])('knows this machine as %s', (host) => {
    expect(refuseForeign({ ...own, host, origin: null }, 'change', undefined)).toBeUndefined();
  });

  it('lets programs without a browser change, which send neither Origin nor Sec-Fetch-Site', () => {
    expect(refuseForeign({ ...own, origin: null, fetchSite: null }, 'change', undefined)).toBeUndefined();
  });

  it.each([null, '', 'evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', 'a b'])(
    'refuses the host %s, also for reading',
    (host) => {
      expect(refuseForeign({ ...own, host }, 'read', undefined)).toMatch(/localhost only/);
    },
  );

  it('accepts the public address and nothing that only looks like it', () => {
    const host = 'studio.example.com';
    const origin = 'https://studio.example.com';
    expect(refuseForeign({ ...own, host, origin }, 'change', origin)).toBeUndefined();
    expect(refuseForeign({ ...own, host: 'studio.example.com.evil.example' }, 'read', origin)).toMatch(/localhost/);
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://localhost:4000' }],
    ['an opaque origin', { origin: 'null' }],
    ['another site', { origin: null, fetchSite: 'cross-site' }],
    ['a sibling site', { origin: null, fetchSite: 'same-site' }],
  ])('refuses a change that %s asked for', (_, difference) => {
    expect(refuseForeign({ ...own, ...difference }, 'change', undefined)).toMatch(/another site/);
  });

  it.each([null, 'text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])(
    'refuses a change sent as %s, which a form could send',
    (contentType) => {
      expect(refuseForeign({ ...own, contentType }, 'change', undefined)).toMatch(/application\/json/);
    },
  );

  it('lets the studio send a file as a form, and no other site', () => {
    const form = { ...own, contentType: 'multipart/form-data; boundary=x' };
    expect(refuseForeign(form, 'upload', undefined)).toBeUndefined();
    expect(refuseForeign({ ...form, origin: 'https://evil.example' }, 'upload', undefined)).toMatch(/another site/);
    expect(refuseForeign({ ...form, origin: 'null' }, 'upload', undefined)).toMatch(/another site/);
    expect(refuseForeign({ ...form, host: 'evil.example' }, 'upload', undefined)).toMatch(/localhost only/);
  });
});
