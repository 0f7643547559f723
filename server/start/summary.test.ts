import { expect, test } from 'vitest';
import { type Env, readEnv } from '../env';
import { summary } from './summary';

function env(source: Record<string, string>): Env {
  const reading = readEnv(source);
  if (!reading.ok) throw new Error(reading.problems.join(' '));
  return reading.env;
}

const people = { kind: 'people', people: 3, owners: 1 } as const;

test('the summary says where the app is, who may enter, and what works underneath', () => {
  const said = summary(env({}), 'http://127.0.0.1:3000', 'embedded PostgreSQL', people);
  expect(said).toContain('ready at http://127.0.0.1:3000');
  expect(said).toMatch(
    /Sign in +http:\/\/127\.0\.0\.1:3000\/sign-in, 3 people \(1 owner\); it listens on 127\.0\.0\.1 only/,
  );
  expect(said).toMatch(/Database +embedded PostgreSQL/);
  expect(said).toMatch(/Job engine +embedded, in this process/);
  expect(said).toMatch(/Understanding +embedded/);
  expect(said).toMatch(/WhatsApp +not configured: only the simulator, http:\/\/127\.0\.0\.1:3000\/simulator/);
});

test('with a model it names the model and where it is, and no key', () => {
  const said = summary(env({ OPENAI_API_KEY: 'hush', OPENAI_MODEL: 'small' }), 'http://127.0.0.1:3000', 'x', people);
  expect(said).toMatch(/Understanding +embedded, and small at api\.openai\.com where that is not sure/);
  expect(said).not.toContain('hush');
});

test('it says when other machines may reach it', () => {
  const said = summary(env({ HOST: '0.0.0.0' }), 'http://0.0.0.0:3000', 'x', people);
  expect(said).toContain('which other machines may reach');
});

test('while there is nobody it gives the link of the first owner on a line of its own', () => {
  const link = 'http://127.0.0.1:3000/setup/a-token';
  const said = summary(env({}), 'http://127.0.0.1:3000', 'x', { kind: 'setup', link });
  expect(said).toMatch(/Sign in +nobody yet/);
  expect(said.split('\n')).toContain(`  ${link}`);
});

test('with WhatsApp it names the number and the server, and no secret', () => {
  const said = summary(
    env({
      WHATSAPP_ACCESS_TOKEN: 'hush-1',
      WHATSAPP_APP_SECRET: 'hush-2',
      WHATSAPP_VERIFY_TOKEN: 'hush-3',
      WHATSAPP_PHONE_NUMBER_ID: '4711',
    }),
    'http://127.0.0.1:3000',
    'x',
    people,
  );
  expect(said).toMatch(/WhatsApp +configured for phone number id 4711, sends through https:\/\/graph\.facebook\.com/);
  expect(said).not.toContain('hush');
});
