import { createServer, type Server } from 'node:http';
import { type CustomerActs, createCustomerActs } from './act-as-customer';
import { createClock, type FakeClock } from './clock';
import { Customers } from './customers';
import { FakeAccount } from './fake-account';
import { FakeMedia } from './fake-media';
import { Faults } from './faults';
import { answerGraphCall } from './graph-api';
import type { GraphApi } from './graph-route';
import { type AcceptedSend, Ledger } from './ledger';
import type { FakeTemplate } from './possessions';
import { createRandom } from './random';
import { RuleBook, type Rules } from './rule-book';
import { sendStatuses } from './send-statuses';
import { WebhookSender, type WebhookWeather } from './send-webhooks';
import { TemplateShelf } from './template-shelf';

export type FakeWhatsAppOptions = {
  readonly port?: number; // 0, the default, takes a free one
  readonly seed: number;
  readonly appSecret: string;
  readonly accessToken: string;
  readonly phoneNumberId: string;
  /** Further numbers of the account. */
  readonly otherPhoneNumberIds?: readonly string[];
  readonly webhookUrl: string; // on this machine only
  /** What the account has; without it every template is taken. */
  readonly templates?: readonly FakeTemplate[];
  /** Meta's rules that are kept; none without it. */
  readonly rules?: Rules;
  readonly weather?: Partial<WebhookWeather>;
  /** How long it goes on posting to an app that doesn't answer 200. The default lasts about ten minutes. */
  readonly retry?: { readonly attempts: number; readonly longestWaitMs: number };
  /** Makes message ids differ between runs of the same seed, for an app that remembers the last run. */
  readonly idPrefix?: string;
};

export type FakeWhatsApp = CustomerActs & {
  /** What the app is to use as WHATSAPP_API_BASE_URL. */
  readonly apiBaseUrl: string;
  readonly seed: number;
  readonly ledger: Ledger;
  readonly accepted: readonly AcceptedSend[];
  readonly faults: Faults;
  readonly customers: Customers;
  /** WhatsApp's time, which can be moved ahead. */
  readonly clock: FakeClock;
  readonly media: FakeMedia;
  /** What is told of the account and its numbers. */
  readonly account: FakeAccount;
  /** The templates of the account and their reviews. */
  readonly shelf: TemplateShelf;
  /** Switches Meta's rules on and off. */
  setRules(rules: Rules): void;
  /** From now on every call is refused with 190, until the token is restored. */
  revokeToken(): void;
  restoreToken(): void;
  setWeather(weather: Partial<WebhookWeather>): void;
  setWebhookUrl(url: string): void;
  /** Resolves when every webhook, statuses included, is delivered or given up. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

/**
 * A Graph API on this machine, faithful in what it takes, refuses and sends back, for tests and for people without an
 * account. All chance comes from the seed; nothing leaves the loopback.
 */
export async function startFakeWhatsApp(options: FakeWhatsAppOptions): Promise<FakeWhatsApp> {
  const sender = createSender(options);
  const state = { timers: new Set<NodeJS.Timeout>(), inbound: new Set<string>(), isRevoked: false };
  const { timers, inbound } = state;
  const api = createApi(options, sender, state);
  const { ledger, customers, faults, clock, rules, media, shelf } = api;
  const server = createServer((request, response) => {
    answerGraphCall(api, request, response).catch(() => response.destroy()); // the app hung up in the middle
  });
  const port = await listen(server, options.port ?? 0);

  const number = { phoneNumberId: options.phoneNumberId, displayPhoneNumber };

  return {
    apiBaseUrl: `http://127.0.0.1:${port}/v25.0`,
    seed: options.seed,
    ledger,
    accepted: ledger.accepted,
    faults,
    customers,
    clock,
    media,
    account: api.account,
    shelf,
    setRules: (next) => {
      rules.rules = next;
    },
    revokeToken: () => {
      state.isRevoked = true;
    },
    restoreToken: () => {
      state.isRevoked = false;
    },
    setWeather: (weather) => {
      sender.weather = { ...sender.weather, ...weather };
    },
    setWebhookUrl: (url) => sender.redirect(url),
    ...createCustomerActs(api, sender, { number, inbound }),
    settled: () => sender.settled(),
    close: async () => {
      sender.close();
      for (const timer of timers) clearTimeout(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const displayPhoneNumber = '918041234567';

function createSender({
  webhookUrl,
  appSecret,
  phoneNumberId,
  seed,
  weather,
  retry,
}: FakeWhatsAppOptions): WebhookSender {
  const sender = new WebhookSender(webhookUrl, {
    number: { phoneNumberId, displayPhoneNumber },
    appSecret,
    random: createRandom(seed),
    retry: retry ?? { attempts: 300, longestWaitMs: 2000 },
  });
  sender.weather = { ...sender.weather, ...weather };
  return sender;
}

type State = {
  readonly timers: Set<NodeJS.Timeout>;
  readonly inbound: ReadonlySet<string>;
  readonly isRevoked: boolean;
};

function createApi(options: FakeWhatsAppOptions, sender: WebhookSender, state: State): GraphApi {
  const { accessToken, phoneNumberId, otherPhoneNumberIds = [], templates, seed, idPrefix } = options;
  const clock = createClock();
  const rules = new RuleBook(clock);
  const media = new FakeMedia(clock);
  rules.rules = options.rules ?? {};
  // Apart from the webhooks' chance, so that how long statuses take doesn't depend on how webhooks fared.
  const random = createRandom(seed + 1);
  const ledger = new Ledger();
  const later: GraphApi['later'] = (ms, action) => {
    const timer = setTimeout(() => {
      state.timers.delete(timer);
      action();
    }, ms);
    state.timers.add(timer);
  };
  return {
    accessToken,
    isRevoked: () => state.isRevoked,
    phoneNumberIds: new Set([phoneNumberId, ...otherPhoneNumberIds]),
    account: new FakeAccount(options.webhookUrl),
    clock,
    rules,
    media,
    shelf: new TemplateShelf({
      clock,
      later,
      tell: (field, value) => void sender.send({ kind: 'account', field, value, at: clock.now() }),
    }),
    possessions: {
      templates,
      hasFile: (id) => media.find(id) !== undefined,
      hasMessage: (id) => state.inbound.has(id),
    },
    customers: new Customers(),
    faults: new Faults(),
    ledger,
    knowsInbound: (id) => state.inbound.has(id),
    nextId: createIds(idPrefix ?? String(seed)),
    onTaken: (send, fault) => sendStatuses({ sender, random, clock, ledger, templates }, send, fault),
    later,
  };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The fake WhatsApp listens on no port.');
  return address.port;
}

/** Ids as WhatsApp's look, each different, the same in every run of a seed. */
function createIds(prefix: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `wamid.${Buffer.from(`fake:${prefix}:${String(count).padStart(8, '0')}`).toString('base64')}`;
  };
}
