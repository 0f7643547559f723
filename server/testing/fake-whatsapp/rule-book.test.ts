import { createServer } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { createClock } from './clock';
import { RuleBook, type Rules } from './rule-book';
import { type FakeWhatsApp, type FakeWhatsAppOptions, startFakeWhatsApp } from './start-fake-whatsapp';

const asha = '+919845000001';
const second = 1000;
const hour = 3600 * second;

describe('the rule book', () => {
  test('without rules everything passes, at any rate', () => {
    const { send } = open({});
    expect(Array.from({ length: 200 }, () => send())).toEqual(Array.from({ length: 200 }, () => undefined));
  });

  test('free-form messages need the customer to have written within 24 hours, to that very number', () => {
    const { book, clock, send } = open({ window: true });
    expect(send()).toBe(131047);
    expect(send({ isTemplate: true })).toBeUndefined();
    book.hear({ account: '1', phone: asha }, clock.now());
    expect(send()).toBeUndefined();
    expect(send({ account: '2' })).toBe(131047);
    clock.advance(24 * hour - second);
    expect(send()).toBeUndefined();
    clock.advance(second);
    expect(send()).toBe(131047);
  });

  test('a message that took long to arrive opens the window from when it was written', () => {
    const { book, clock, send } = open({ window: true });
    book.hear({ account: '1', phone: asha }, clock.now() - 25 * hour);
    expect(send()).toBe(131047);
  });

  test('45 messages to one customer may leave at once, and are then paid back at one in six seconds', () => {
    const { clock, send } = open({ pairRate: true });
    expect(codes(46, send)).toEqual([131056]);
    expect(send({ phone: '+919845000002' })).toBeUndefined();
    clock.advance(6 * second);
    expect(codes(2, send)).toEqual([131056]);
    clock.advance(45 * 6 * second);
    expect(codes(46, send)).toEqual([131056]);
  });

  test('a number has its messages a second, in and out together; another number has its own', () => {
    const { book, clock, send } = open({ throughputPerSecond: 80 });
    for (let n = 0; n < 20; n += 1) book.hear({ account: '1', phone: asha }, clock.now());
    expect(codes(61, send)).toEqual([130429]);
    expect(send({ account: '2' })).toBeUndefined();
    clock.advance(second / 2);
    expect(codes(41, send)).toEqual([130429]);
  });

  test('only so many customers may be written to first in a day, whatever the number; one of them again is free', () => {
    const { book, clock, send } = open({ contactsPerDay: 2 });
    const write = (n: number, account = '1') => send({ phone: `+91984500000${n}`, isTemplate: true, account });
    expect([write(1), write(2, '2'), write(1), write(3)]).toEqual([undefined, undefined, undefined, 131048]);
    book.hear({ account: '1', phone: '+919845000003' }, clock.now());
    expect(write(3)).toBeUndefined();
    clock.advance(24 * hour);
    expect([write(4), write(5), write(6)]).toEqual([undefined, undefined, 131048]);
  });

  test('the clock only goes ahead', () => {
    expect(() => createClock().advance(-1)).toThrow(RangeError);
  });
});

describe('the fake', () => {
  const closers: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });

  test('a closed window is told at once, or by a status', async () => {
    const { fake, webhooks } = await start({ rules: { window: true } });
    expect(await post(fake)).toMatchObject({ error: { code: 131047 } });
    await fake.receiveFromCustomer({ from: asha, text: 'hi' });
    expect(await post(fake)).toMatchObject({ messages: [{}] });
    fake.clock.advance(24 * hour);
    fake.setRules({ window: true, refusals: 'byStatus' });
    expect(await post(fake)).toMatchObject({ messages: [{}] });
    await fake.settled();
    expect(webhooks.at(-1)).toMatch(/"status":"failed".*"code":131047/);
  });

  test('a revoked token refuses everything until it is restored', async () => {
    const { fake } = await start();
    fake.revokeToken();
    expect(await post(fake)).toMatchObject({ error: { code: 190 } });
    fake.restoreToken();
    expect(await post(fake)).toMatchObject({ messages: [{}] });
    expect(fake.accepted).toHaveLength(1);
  });

  test('each number sends and hears by itself', async () => {
    const { fake, webhooks } = await start({ otherPhoneNumberIds: ['330033003300330'] });
    await post(fake, '330033003300330');
    await fake.receiveFromCustomer({ from: asha, text: 'hi', account: '330033003300330' });
    await fake.receiveFromCustomer({ from: asha, text: 'hi' });
    await fake.settled();
    expect(fake.accepted).toMatchObject([{ account: '330033003300330' }]);
    const numbers = webhooks.map((body) => /"phone_number_id":"(\d+)"/.exec(body)?.[1]);
    expect(numbers.filter((number) => number === '330033003300330')).toHaveLength(4);
    expect(numbers.filter((number) => number === '220011002200110')).toHaveLength(1);
    expect(await post(fake, '440044004400440')).toMatchObject({ error: { code: 100 } });
  });

  test('a reaction is only ever sent', async () => {
    const { fake, webhooks } = await start();
    const { id } = await fake.receiveFromCustomer({ from: asha, text: 'hi' });
    const reaction = { message_id: id, emoji: '👍' };
    await post(fake, undefined, { type: 'reaction', reaction });
    await fake.settled();
    expect(webhooks.flatMap((body) => /"status":"(\w+)"/.exec(body)?.[1] ?? [])).toEqual(['sent']);
    const other = { type: 'reaction', reaction: { ...reaction, message_id: 'wamid.invented' } };
    expect(await post(fake, undefined, other)).toMatchObject({ error: { code: 131009 } });
  });

  async function start(options: Partial<FakeWhatsAppOptions> = {}) {
    const webhooks: string[] = [];
    const app = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      webhooks.push(Buffer.concat(chunks).toString('utf8'));
      response.writeHead(200).end();
    });
    await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
    const address = app.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const account = { appSecret: 's', accessToken: 't', phoneNumberId: '220011002200110' };
    const fake = await startFakeWhatsApp({ ...account, seed: 1, webhookUrl: `http://127.0.0.1:${port}/`, ...options });
    closers.push(
      () => fake.close(),
      () => new Promise((resolve) => app.close(resolve)),
    );
    return { fake, webhooks };
  }

  async function post(
    fake: FakeWhatsApp,
    number = '220011002200110',
    body: object = { type: 'text', text: { body: 'hello' } },
  ): Promise<unknown> {
    const headers = { authorization: 'Bearer t', 'content-type': 'application/json' };
    const payload = JSON.stringify({ messaging_product: 'whatsapp', to: asha, ...body });
    const answer = await fetch(`${fake.apiBaseUrl}/${number}/messages`, { method: 'POST', headers, body: payload });
    return answer.json();
  }
});

/** A book with these rules, and what it says when a message is sent: the code of a refusal, or undefined. */
function open(rules: Rules) {
  let nowMs = 1_790_000_000_000;
  const clock = {
    now: () => nowMs,
    advance: (ms: number) => {
      nowMs += ms;
    },
  };
  const book = new RuleBook(clock);
  book.rules = rules;
  const send = (given: Partial<Parameters<RuleBook['note']>[0]> = {}): number | undefined => {
    const message = { account: '1', phone: asha, isTemplate: false, ...given };
    const problem = book.problemOf(message);
    if (!problem) book.note(message);
    return problem?.error.code;
  };
  return { book, clock, send };
}

/** The refusals among so many messages sent at once. */
function codes(count: number, send: () => number | undefined): number[] {
  return Array.from({ length: count }, () => send()).flatMap((code) => code ?? []);
}
