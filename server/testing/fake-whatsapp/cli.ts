import { randomInt } from 'node:crypto';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { commands, startChat } from './chat';
import { type FakeWhatsApp, startFakeWhatsApp } from './start-fake-whatsapp';

// `npm run fake-whatsapp`: WhatsApp on this machine, with someone at the terminal as its customers.

const secrets = {
  accessToken: 'fake-access-token',
  appSecret: 'fake-app-secret',
  phoneNumberId: '220011002200110',
} as const;
const verifyToken = 'fake-verify-token';

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) {
    console.log(usage);
    return;
  }
  const fake = await startFakeWhatsApp({
    ...secrets,
    port: options.port,
    seed: options.seed,
    webhookUrl: options.webhookUrl,
    idPrefix: `${options.seed}.${Date.now()}`, // the app remembers the message ids of earlier runs
    weather: { duplicates: options.duplicates, reorders: options.reorders },
    // Someone is waiting for an answer here: a message that the app can't take is told within seconds.
    retry: { attempts: 6, longestWaitMs: 1000 },
  });
  introduce(fake, options);
  console.log(await subscribe(options.webhookUrl));
  await converse(fake, options.phone, options.lingerMs);
  await fake.close();
}

const usage = `npm run fake-whatsapp -- [--app http://127.0.0.1:3000] [--port 4010] [--as +919845000001] [--seed N]
                          [--duplicates 0..1] [--reorders 0..1] [--linger MS after the end of piped input]`;

type Options = ReturnType<typeof readOptions>;

function readOptions() {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      app: { ...text, default: 'http://127.0.0.1:3000' },
      port: { ...text, default: '4010' },
      as: { ...text, default: '+919845000001' },
      seed: { ...text, default: String(randomInt(1, 2 ** 31)) },
      duplicates: { ...text, default: '0' },
      reorders: { ...text, default: '0' },
      linger: { ...text, default: '3000' },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    help: values.help,
    webhookUrl: `${values.app.replace(/\/+$/, '')}/api/webhooks/whatsapp`,
    phone: values.as,
    port: numberWithin('port', values.port, 0, 65_535),
    seed: numberWithin('seed', values.seed, 0, 2 ** 32 - 1),
    duplicates: numberWithin('duplicates', values.duplicates, 0, 1),
    reorders: numberWithin('reorders', values.reorders, 0, 1),
    lingerMs: numberWithin('linger', values.linger, 0, 600_000),
  };
}

function numberWithin(name: string, text: string, least: number, most: number): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (value >= least && value <= most) return value;
  throw new Error(`--${name} must be a number from ${least} to ${most}.`);
}

function introduce(fake: FakeWhatsApp, { webhookUrl, phone }: Options): void {
  console.log(`A fake WhatsApp answers at ${fake.apiBaseUrl} and posts to ${webhookUrl}.`);
  console.log(`Seed ${fake.seed}: run it again with --seed ${fake.seed} for the same chances.`);
  console.log('Put these lines into .env and start the app:\n');
  console.log(`WHATSAPP_API_BASE_URL=${fake.apiBaseUrl}`);
  console.log(`WHATSAPP_ACCESS_TOKEN=${secrets.accessToken}`);
  console.log(`WHATSAPP_APP_SECRET=${secrets.appSecret}`);
  console.log(`WHATSAPP_PHONE_NUMBER_ID=${secrets.phoneNumberId}`);
  console.log(`WHATSAPP_VERIFY_TOKEN=${verifyToken}\n`);
  console.log(`You are the customer ${phone}.`);
  for (const command of commands) console.log(`  ${command}`);
}

/** Asks the app as Meta does when a webhook is set up, to say early what would fail later. */
async function subscribe(webhookUrl: string): Promise<string> {
  const challenge = String(randomInt(1_000_000_000));
  const query = { 'hub.mode': 'subscribe', 'hub.challenge': challenge, 'hub.verify_token': verifyToken };
  const url = `${webhookUrl}?${new URLSearchParams(query)}`;
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5000) });
    if (answer.status === 200 && (await answer.text()) === challenge) return 'The app is there and knows us.\n';
    return `The app answers HTTP ${answer.status}: does its .env have the lines above?\n`;
  } catch {
    return 'The app does not answer yet. Start it; messages are sent again for a few seconds.\n';
  }
}

async function converse(fake: FakeWhatsApp, phone: string, lingerMs: number): Promise<void> {
  const chat = startChat(fake, phone, (line) => console.log(line));
  for await (const line of createInterface({ input: process.stdin, terminal: process.stdin.isTTY })) {
    if (!(await chat.enter(line))) return;
  }
  await quiet(fake, lingerMs);
}

/** Resolves once nothing has been sent for a while: piped input ends before the bot has answered. */
async function quiet(fake: FakeWhatsApp, ms: number): Promise<void> {
  let before = -1;
  while (before !== fake.accepted.length) {
    before = fake.accepted.length;
    await new Promise((resolve) => setTimeout(resolve, ms));
  }
}

function sentenceOf(error: Error): string {
  const isTaken = 'code' in error && error.code === 'EADDRINUSE';
  return isTaken ? 'The port is in use. Choose another one with --port.' : error.message;
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? sentenceOf(error) : String(error));
  process.exitCode = 1;
});
