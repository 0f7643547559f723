import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { assertLoopback } from './loopback';
import type { Random } from './random';
import { type BusinessNumber, type Update, webhookBody } from './webhook-body';

/** How webhooks reach the app; everything that Meta doesn't promise can be made to happen. */
export type WebhookWeather = {
  /** What follows an accepted message; `played` only follows a voice note. */
  readonly statuses: readonly ('sent' | 'delivered' | 'read' | 'played')[];
  readonly delayMs: readonly [least: number, most: number]; // before each status
  readonly lost: number; // probability that a status never comes
  readonly duplicates: number; // probability that an update comes twice
  readonly reorders: number; // probability that an update is overtaken by later ones
  readonly batchSize: number; // the most updates in one webhook; Meta's own limit is 1,000
  readonly escapes: number; // probability that letters beyond ASCII come as \uXXXX
};

export const calmWeather: WebhookWeather = {
  statuses: ['sent', 'delivered', 'read'],
  delayMs: [0, 0],
  lost: 0,
  duplicates: 0,
  reorders: 0,
  batchSize: 1,
  escapes: 0,
};

/** What became of an update: delivered with 200 in the end, or given up after `attempts`. */
export type Delivery = {
  readonly delivered: boolean;
  readonly status: number | undefined; // of the last answer; none if nobody answered
  readonly attempts: number;
  readonly ackMs: number; // how long the last attempt took
};

type Options = {
  readonly number: BusinessNumber;
  readonly appSecret: string;
  readonly random: Random;
  readonly retry: { readonly attempts: number; readonly longestWaitMs: number };
};

type Batch = { readonly waiting: readonly Waiting[]; readonly body: Buffer; readonly attempts: number };

type Waiting = { readonly update: Update; readonly settle: (delivery: Delivery) => void };

/** Signs and posts webhooks as Meta does: concurrently, and again until the app answers 200. */
export class WebhookSender {
  weather = calmWeather;
  private url: URL;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: mostAtOnce });
  private readonly timers = new Map<NodeJS.Timeout, () => void>();
  private readonly queue: Waiting[] = [];
  private readonly idleListeners: (() => void)[] = [];
  private flying = 0;
  private busySeries = 0;
  private gathering: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(
    webhookUrl: string,
    private readonly options: Options,
  ) {
    this.url = assertLoopback(webhookUrl);
  }

  redirect(webhookUrl: string): void {
    this.url = assertLoopback(webhookUrl);
  }

  /** Sends an update after `delayMs`, subject to the weather; the result is that of its first copy. */
  send(update: Update, delayMs = 0): Promise<Delivery> {
    const { random } = this.options;
    const overtaken = random.happens(this.weather.reorders) ? random.between([20, 200]) : 0;
    if (random.happens(this.weather.duplicates)) {
      this.after(delayMs + random.between([0, 100]), () => this.enqueue({ update, settle: () => {} }));
    }
    return new Promise((settle) => {
      this.after(delayMs + overtaken, () => this.enqueue({ update, settle }));
    });
  }

  /**
   * Sends updates about one message, each `delayMs` after the one before. In calm weather the app has taken one before the
   * next is sent; otherwise they fly side by side, as with Meta.
   */
  async sendSeries(series: readonly { readonly update: Update; readonly delayMs: number }[]): Promise<void> {
    const isCalm = this.weather.reorders === 0 && this.weather.batchSize === 1;
    this.busySeries += 1;
    let dueMs = 0;
    for (const { update, delayMs } of series) {
      dueMs += delayMs;
      if (isCalm) await this.send(update, delayMs);
      else void this.send(update, dueMs);
    }
    this.busySeries -= 1;
    this.tellIfIdle();
  }

  /** Resolves when nothing is waiting or under way. */
  settled(): Promise<void> {
    return this.isIdle() ? Promise.resolve() : new Promise((resolve) => this.idleListeners.push(resolve));
  }

  close(): void {
    this.isClosed = true;
    this.agent.destroy();
    for (const { settle } of this.queue.splice(0)) settle(neverTried);
    // What still waits is told at once that nothing comes of it any more.
    for (const [timer, action] of this.timers) {
      clearTimeout(timer);
      action();
    }
    this.timers.clear();
    this.tellIfIdle();
  }

  private enqueue(waiting: Waiting): void {
    if (this.isClosed) {
      waiting.settle(neverTried);
      return;
    }
    this.queue.push(waiting);
    if (this.queue.length >= this.weather.batchSize) this.pump();
    else this.gathering ??= this.after(gatherMs, () => this.pump()); // others may still join the batch
  }

  private pump(): void {
    this.gathering = undefined;
    while (this.queue.length > 0 && this.flying < mostAtOnce) {
      const waiting = this.queue.splice(0, this.weather.batchSize);
      void this.attempt({ waiting, body: this.encode(waiting.map(({ update }) => update)), attempts: 0 });
    }
  }

  /** Posts a batch once; a failed one waits its turn without keeping others from theirs. */
  private async attempt(batch: Batch): Promise<void> {
    this.flying += 1;
    const delivery = { ...(await this.post(batch.body)), attempts: batch.attempts + 1 };
    this.flying -= 1;
    const { attempts, longestWaitMs } = this.options.retry;
    if (delivery.delivered || delivery.attempts >= attempts || this.isClosed) {
      for (const { settle } of batch.waiting) settle(delivery);
    } else {
      const waitMs = Math.min(longestWaitMs, 25 * 2 ** Math.min(delivery.attempts, 20));
      this.after(waitMs, () => void this.attempt({ ...batch, attempts: delivery.attempts }));
    }
    this.pump();
    this.tellIfIdle();
  }

  private encode(updates: readonly Update[]): Buffer {
    const json = JSON.stringify(webhookBody(updates, this.options.number));
    return Buffer.from(this.options.random.happens(this.weather.escapes) ? escapeLetters(json) : json);
  }

  private post(body: Buffer): Promise<Omit<Delivery, 'attempts'>> {
    const signature = createHmac('sha256', this.options.appSecret).update(body).digest('hex');
    const headers = {
      'content-type': 'application/json',
      'content-length': body.byteLength,
      'x-hub-signature-256': `sha256=${signature}`,
    };
    const startedAt = performance.now();
    const outcome = (status: number | undefined) => {
      return { delivered: status === 200, status, ackMs: performance.now() - startedAt };
    };
    if (this.isClosed) return Promise.resolve(outcome(undefined));
    return new Promise((resolve) => {
      const options = { method: 'POST', agent: this.agent, headers, timeout: longestAnswerMs };
      const call = request(this.url, options, (answer) => {
        answer.resume();
        answer.once('end', () => resolve(outcome(answer.statusCode)));
        answer.once('error', () => resolve(outcome(undefined)));
        answer.once('close', () => resolve(outcome(undefined))); // broke off; after an end this changes nothing
      });
      call.once('timeout', () => call.destroy());
      call.once('error', () => resolve(outcome(undefined))); // the app is away: Meta tries again, and so do we
      call.end(body);
    });
  }

  private after(ms: number, action: () => void): NodeJS.Timeout | undefined {
    if (ms === 0 || this.isClosed) {
      action();
      return undefined;
    }
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      action();
      this.tellIfIdle(); // a batch may have left before its time was up
    }, ms);
    this.timers.set(timer, action);
    return timer;
  }

  private isIdle(): boolean {
    return this.isClosed || this.timers.size + this.queue.length + this.flying + this.busySeries === 0;
  }

  private tellIfIdle(): void {
    if (!this.isIdle()) return;
    for (const resolve of this.idleListeners.splice(0)) resolve();
  }
}

const mostAtOnce = 64;
const gatherMs = 10;
const longestAnswerMs = 10_000; // Meta's own limit isn't published
const neverTried: Delivery = { delivered: false, status: undefined, attempts: 0, ackMs: 0 };

function escapeLetters(json: string): string {
  return json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
