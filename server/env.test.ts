import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { envSchema, readEnv, whatsAppCredentials } from './env';

const whatsApp = {
  WHATSAPP_ACCESS_TOKEN: 'token',
  WHATSAPP_APP_SECRET: 'secret',
  WHATSAPP_VERIFY_TOKEN: 'verify',
  WHATSAPP_PHONE_NUMBER_ID: '1234567890',
};

function problemsOf(source: Record<string, string>): readonly string[] {
  const reading = readEnv(source);
  return reading.ok ? [] : reading.problems;
}

function valid(source: Record<string, string>) {
  const reading = readEnv(source);
  if (!reading.ok) throw new Error(reading.problems.join(' '));
  return reading.env;
}

test('nothing needs to be set', () => {
  expect(valid({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', VAARTA_DATA_DIR: '.vaarta', BURST_WINDOW_MS: 1500 });
});

test('an empty string counts as unset', () => {
  expect(valid({ PORT: '', DATABASE_URL: '', WHATSAPP_APP_SECRET: '' })).toEqual(valid({}));
});

test('a web address loses its last slash, so that paths can be added', () => {
  expect(valid({ WHATSAPP_API_BASE_URL: 'http://127.0.0.1:4010/v25.0/' }).WHATSAPP_API_BASE_URL).toBe(
    'http://127.0.0.1:4010/v25.0',
  );
});

describe('each wrong variable is one sentence that names it', () => {
  test.each([
    ['PORT', '70000', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', 'http', 'PORT must be a whole number from 0 to 65535.'],
    ['DATABASE_POOL_SIZE', '1', 'DATABASE_POOL_SIZE must be a whole number from 2 to 500.'],
    ['BURST_WINDOW_MS', '-1', 'BURST_WINDOW_MS must be a whole number from 0 to 60000.'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.'],
    ['PUBLIC_URL', 'example', 'PUBLIC_URL must be a web address such as https://example.com.'],
    ['DATABASE_URL', 'mysql://x', 'DATABASE_URL must look like postgresql://user:password@host:5432/database.'],
  ])('%s=%s', (name, value, sentence) => {
    expect(problemsOf({ [name]: value })).toEqual([sentence]);
  });

  test('two wrong ones are two sentences', () => {
    expect(problemsOf({ PORT: 'x', LOG_LEVEL: 'x' })).toHaveLength(2);
  });
});

test('half of WhatsApp is refused by the names that are missing, never by values', () => {
  const { WHATSAPP_APP_SECRET: _, ...others } = whatsApp;
  expect(problemsOf(others)).toEqual([expect.stringContaining('or none: WHATSAPP_APP_SECRET is missing.')]);
  expect(problemsOf({ WHATSAPP_ACCESS_TOKEN: 'hush-hush' }).join()).not.toContain('hush-hush');
});

test('WhatsApp is configured with all of its values and not otherwise', () => {
  expect(whatsAppCredentials(valid(whatsApp))).toMatchObject({ phoneNumberIds: ['1234567890'] });
  expect(whatsAppCredentials(valid({}))).toBeUndefined();
});

test('Inngest is named by both of its keys, or by none', () => {
  const keys = { INNGEST_SIGNING_KEY: 'signkey-prod-00', INNGEST_EVENT_KEY: 'key' };
  expect(valid(keys)).toMatchObject(keys);
  expect(problemsOf({ INNGEST_EVENT_KEY: 'key' })).toEqual([
    expect.stringContaining('INNGEST_SIGNING_KEY is missing.'),
  ]);
});

test("Inngest's dev server, which signs nothing, is refused in production", () => {
  expect(valid({ INNGEST_DEV: '1' })).toMatchObject({ INNGEST_DEV: '1' });
  expect(problemsOf({ INNGEST_DEV: '1', NODE_ENV: 'production' })).toEqual([
    expect.stringContaining('INNGEST_DEV is for development'),
  ]);
  expect(problemsOf({ INNGEST_DEV: '0', NODE_ENV: 'production' })).toEqual([]);
});

test('.env.example documents exactly the variables that are read', () => {
  const example = readFileSync('.env.example', 'utf8');
  const documented = [...example.matchAll(/^# ([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
  expect(documented.toSorted()).toEqual(Object.keys(envSchema.shape).toSorted());
});
