import type { Fields } from './field-problems';

/** A message that the app is about to get taken: what a fault may look at. */
export type IncomingSend = {
  readonly outboxId: string | undefined;
  readonly to: string | undefined; // +phone
  readonly bsuid: string | undefined;
  readonly body: Fields;
};

/** What goes wrong with a send. Those named `accept…` take the message and record it, and then answer badly. */
export type FaultKind =
  | { readonly kind: 'error'; readonly code: number; readonly status?: number; readonly retryAfterSeconds?: number }
  | { readonly kind: 'http'; readonly status: number } // an answer without a Graph error, as of a proxy
  | { readonly kind: 'reset' } // the connection is cut before anything is taken
  | { readonly kind: 'acceptThenTimeout' } // never answers
  | { readonly kind: 'acceptThenReset' }
  | { readonly kind: 'acceptThenHttp'; readonly status: number }
  | { readonly kind: 'acceptThenHugeBody' }
  | { readonly kind: 'acceptThenBrokenBody' } // 200, and half a JSON
  | { readonly kind: 'slowBody'; readonly ms: number } // takes it; the body drips over this time
  | { readonly kind: 'delay'; readonly ms: number } // takes it and answers late
  | { readonly kind: 'failLater'; readonly code: number; readonly title?: string }; // takes it; then a status `failed`

export type Fault = FaultKind & {
  /** Which sends; without it every one. */
  readonly match?: (send: IncomingSend) => boolean;
  /** How many sends it strikes before it is over, 1–100,000. */
  readonly times: number;
};

/** Faults still to strike, in the order in which they were added; each send is struck by one at most. */
export class Faults {
  private waiting: { readonly fault: Fault; left: number }[] = [];

  /** Throws for a fault that would never end: the fake must not hang a test run. */
  add(fault: Fault): void {
    if (!Number.isInteger(fault.times) || fault.times < 1 || fault.times > 100_000) {
      throw new RangeError(`A fault strikes 1 to 100,000 times, not ${fault.times}.`);
    }
    if ('ms' in fault && !(fault.ms >= 0 && fault.ms <= longestMs)) {
      throw new RangeError(`A fault takes 0 to ${longestMs} ms, not ${fault.ms}.`);
    }
    this.waiting.push({ fault, left: fault.times });
  }

  clear(): void {
    this.waiting = [];
  }

  /** The fault that strikes this send, now used up by one. */
  take(send: IncomingSend): FaultKind | undefined {
    const struck = this.waiting.find(({ fault }) => fault.match?.(send) ?? true);
    if (!struck) return undefined;
    struck.left -= 1;
    if (struck.left === 0) this.waiting = this.waiting.filter((other) => other !== struck);
    return struck.fault;
  }
}

const longestMs = 120_000;
