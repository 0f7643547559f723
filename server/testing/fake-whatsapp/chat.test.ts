import { createServer } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { startChat } from './chat';
import { readLine } from './read-line';
import { type FakeWhatsApp, startFakeWhatsApp } from './start-fake-whatsapp';

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

test.each([
  ['नमस्ते', { type: 'say', text: 'नमस्ते' }],
  ['  50 lakh / 10 years ', { type: 'say', text: '50 lakh / 10 years' }],
  ['', { type: 'nothing' }],
  ['/tap 2', { type: 'tap', nth: 2 }],
  ['/tap two', { type: 'unclear', sentence: 'Say /tap with the number of a button or row, such as /tap 2.' }],
  ['/as +91 98450-00002', { type: 'as', phone: '+919845000002' }],
  ['/as Ravi', { type: 'unclear', sentence: 'Say /as with a phone number such as +919845000001.' }],
  ['/hide', { type: 'hide' }],
  ['/dance', { type: 'unclear', sentence: 'There is no command /dance. /help lists them.' }],
])('the line %j is understood', (line, expected) => {
  expect(readLine(line)).toEqual(expected);
});

test('a conversation: the bot is shown, its buttons tapped, the customer changed and hidden', async () => {
  const { fake, received, printed } = await start();
  const chat = startChat(fake, '+919845000001', (line) => printed.push(line));
  await chat.enter('hello');
  await send(fake, { to: '+919845000001', type: 'interactive', interactive: question });
  await chat.enter('/tap 2');
  await chat.enter('/tap 3');
  await chat.enter('/as +919845000002');
  await chat.enter('/hide');
  await chat.enter('hi');
  expect(printed).toEqual([
    '→ +919845000001: Shall we begin?',
    '  Take your time.',
    '    [1] Yes',
    '    [2] Later',
    '  There is no choice 3 to tap.',
    '  You are +919845000002 now.',
    '  The business sees only your id IN.200000548919 now.',
  ]);
  expect(received).toHaveLength(3);
  expect(received[1]).toContain('"button_reply":{"id":"later","title":"Later"}');
  expect(received[2]).not.toContain('919845000002');
});

test('a message that the app refuses is told, and /quit ends', async () => {
  const { fake, printed } = await start(503);
  const chat = startChat(fake, '+919845000001', (line) => printed.push(line));
  expect(await chat.enter('hello')).toBe(true);
  expect(printed).toEqual(['  (not taken by the app: HTTP 503)']);
  expect(await chat.enter('/quit')).toBe(false);
});

const question = {
  type: 'button',
  body: { text: 'Shall we begin?\nTake your time.' },
  action: {
    buttons: [
      { type: 'reply', reply: { id: 'yes', title: 'Yes' } },
      { type: 'reply', reply: { id: 'later', title: 'Later' } },
    ],
  },
};

async function start(status = 200) {
  const received: string[] = [];
  const app = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    received.push(Buffer.concat(chunks).toString('utf8'));
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
  const address = app.address();
  const fake = await startFakeWhatsApp({
    seed: 1,
    appSecret: 's',
    accessToken: 't',
    phoneNumberId: '1',
    webhookUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
    weather: { statuses: [] },
    retry: { attempts: 1, longestWaitMs: 1 },
  });
  closers.push(
    () => fake.close(),
    () => new Promise((resolve) => app.close(resolve)),
  );
  return { fake, received, printed: [] as string[] };
}

async function send(fake: FakeWhatsApp, body: object): Promise<void> {
  const headers = { authorization: 'Bearer t', 'content-type': 'application/json' };
  const payload = JSON.stringify({ messaging_product: 'whatsapp', ...body });
  const answer = await fetch(`${fake.apiBaseUrl}/1/messages`, { method: 'POST', headers, body: payload });
  await answer.arrayBuffer();
}
