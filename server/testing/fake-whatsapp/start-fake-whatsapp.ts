import { createServer, type Server } from 'node:http';
import { type CustomerInput, Customers } from './customers';
import { choicesOf } from './describe-send';
import { Faults } from './faults';
import { answerGraphCall, type GraphApi } from './graph-api';
import { type AcceptedSend, Ledger } from './ledger';
import { createRandom } from './random';
import { type Delivery, WebhookSender, type WebhookWeather } from './send-webhooks';
import type { FakeTemplate } from './validate-message';
import { type CustomerContent, messageUpdate, statusUpdate } from './webhook-body';

export type FakeWhatsAppOptions = {
  readonly port?: number; // 0, the default, takes a free one
  readonly seed: number;
  readonly appSecret: string;
  readonly accessToken: string;
  readonly phoneNumberId: string;
  readonly webhookUrl: string; // on this machine only
  /** What the account has; without it every template is taken. */
  readonly templates?: readonly FakeTemplate[];
  readonly weather?: Partial<WebhookWeather>;
  /** How long it goes on posting to an app that doesn't answer 200. The default lasts about ten minutes. */
  readonly retry?: { readonly attempts: number; readonly longestWaitMs: number };
  /** Makes message ids differ between runs of the same seed, for an app that remembers the last run. */
  readonly idPrefix?: string;
};

export type FromCustomer = CustomerContent & {
  readonly from: CustomerInput;
  readonly id?: string;
  readonly at?: number; // milliseconds since 1970; now, if absent
  readonly contextId?: string;
};

export type FakeWhatsApp = {
  /** What the app is to use as WHATSAPP_API_BASE_URL. */
  readonly apiBaseUrl: string;
  readonly seed: number;
  readonly ledger: Ledger;
  readonly accepted: readonly AcceptedSend[];
  readonly faults: Faults;
  readonly customers: Customers;
  setWeather(weather: Partial<WebhookWeather>): void;
  setWebhookUrl(url: string): void;
  /** A customer writes: posts the signed webhook and resolves with its fate once the app took it, or never did. */
  receiveFromCustomer(message: FromCustomer): Promise<Delivery & { readonly id: string }>;
  /** A customer taps the n-th choice (1, 2, …) of the last message that offered any. Throws if there is none. */
  tap(from: CustomerInput, nth: number): Promise<Delivery & { readonly id: string }>;
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
  const timers = new Set<NodeJS.Timeout>();
  const inbound = new Set<string>();
  const api = createApi(options, sender, inbound, timers);
  const { ledger, customers, faults } = api;
  const server = createServer((request, response) => {
    answerGraphCall(api, request, response).catch(() => response.destroy()); // the app hung up in the middle
  });
  const port = await listen(server, options.port ?? 0);

  const receiveFromCustomer: FakeWhatsApp['receiveFromCustomer'] = async ({ from, id, at, contextId, ...content }) => {
    const details = { id: id ?? api.nextId(), at: at ?? Date.now(), contextId, displayPhoneNumber };
    inbound.add(details.id);
    return { ...(await sender.send(messageUpdate(customers.meet(from), content, details))), id: details.id };
  };

  return {
    apiBaseUrl: `http://127.0.0.1:${port}/v25.0`,
    seed: options.seed,
    ledger,
    accepted: ledger.accepted,
    faults,
    customers,
    setWeather: (weather) => {
      sender.weather = { ...sender.weather, ...weather };
    },
    setWebhookUrl: (url) => sender.redirect(url),
    receiveFromCustomer,
    tap: (from, nth) => receiveFromCustomer(tapOf(ledger, customers.meet(from).phone, from, nth)),
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

function createApi(
  { accessToken, phoneNumberId, templates, seed, idPrefix }: FakeWhatsAppOptions,
  sender: WebhookSender,
  inbound: ReadonlySet<string>,
  timers: Set<NodeJS.Timeout>,
): GraphApi {
  // Apart from the webhooks' chance, so that how long statuses take doesn't depend on how webhooks fared.
  const random = createRandom(seed + 1);
  return {
    accessToken,
    phoneNumberId,
    templates,
    customers: new Customers(),
    faults: new Faults(),
    ledger: new Ledger(),
    knowsInbound: (id) => inbound.has(id),
    nextId: createIds(idPrefix ?? String(seed)),
    onTaken: (send, fault) => {
      const failure = fault?.kind === 'failLater' ? { code: fault.code, title: fault.title ?? 'Failed' } : undefined;
      sendStatuses(sender, send, failure, () => random.between(sender.weather.delayMs));
    },
    later: (ms, action) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        action();
      }, ms);
      timers.add(timer);
    },
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

/** Statuses follow each other, each after its delay; a message that fails later was sent first. */
function sendStatuses(
  sender: WebhookSender,
  { wamid, outboxId, customer }: AcceptedSend,
  error: { code: number; title: string } | undefined,
  delay: () => number,
): void {
  const statuses = error ? (['sent', 'failed'] as const) : sender.weather.statuses;
  const series = statuses.map((status) => {
    const details = { id: wamid, status, at: Date.now(), callbackData: outboxId };
    return { delayMs: delay(), update: statusUpdate(customer, status === 'failed' ? { ...details, error } : details) };
  });
  void sender.sendSeries(series);
}

function tapOf(ledger: Ledger, phone: string, from: CustomerInput, nth: number): FromCustomer {
  const offered = ledger.accepted.findLast((send) => send.customer.phone === phone && choicesOf(send.body).length > 0);
  const choice = offered && choicesOf(offered.body)[nth - 1];
  if (!choice) throw new RangeError(`There is no choice ${nth} to tap.`);
  return { from, contextId: offered.wamid, tap: choice };
}

/** Ids as WhatsApp's look, each different, the same in every run of a seed. */
function createIds(prefix: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `wamid.${Buffer.from(`fake:${prefix}:${String(count).padStart(8, '0')}`).toString('base64')}`;
  };
}
