import type { Customer } from './customers';
import type { Fields } from './field-problems';
import type { GraphError } from './graph-errors';

/** A message that WhatsApp has taken: from here on it counts as sent, whatever the app was told. */
export type AcceptedSend = {
  readonly index: number;
  readonly wamid: string;
  /** Id of the business number that it was sent from. */
  readonly account: string;
  readonly outboxId: string | undefined;
  readonly customer: Customer;
  readonly at: number; // milliseconds since 1970
  readonly body: Fields;
};

export type RefusedSend = { readonly error: GraphError; readonly body: unknown };

export type ReadMark = { readonly messageId: string; readonly typing: boolean };

/** All that the app has sent, in order: the truth that tests compare with what the app believes. */
export class Ledger {
  readonly accepted: AcceptedSend[] = [];
  readonly refused: RefusedSend[] = [];
  readonly reads: ReadMark[] = [];
  /** Ids of accepted messages of which no status was ever sent. */
  readonly silent = new Set<string>();
  private readonly listeners = new Set<(send: AcceptedSend) => void>();

  accept(send: Omit<AcceptedSend, 'index'>): AcceptedSend {
    const accepted = { ...send, index: this.accepted.length };
    this.accepted.push(accepted);
    for (const listener of this.listeners) listener(accepted);
    return accepted;
  }

  /** Calls back for every message taken from now on, until the returned function is called. */
  onAccepted(listener: (send: AcceptedSend) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The accepted messages as soon as they fulfil a condition; rejects after `timeoutMs`, telling how many there were. */
  waitFor(
    condition: (accepted: readonly AcceptedSend[]) => boolean,
    timeoutMs: number,
  ): Promise<readonly AcceptedSend[]> {
    if (condition(this.accepted)) return Promise.resolve(this.accepted);
    return new Promise((resolve, reject) => {
      const stop = this.onAccepted(() => {
        if (!condition(this.accepted)) return;
        clearTimeout(timer);
        stop();
        resolve(this.accepted);
      });
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`Waited ${timeoutMs} ms for messages to the fake WhatsApp; it has ${this.accepted.length}.`));
      }, timeoutMs);
    });
  }

  /** Outbox ids that were taken more than once: messages that a customer got twice. */
  doubled(): string[] {
    const counts = new Map<string, number>();
    for (const { outboxId } of this.accepted) {
      if (outboxId !== undefined) counts.set(outboxId, (counts.get(outboxId) ?? 0) + 1);
    }
    return [...counts].flatMap(([outboxId, count]) => (count > 1 ? [outboxId] : []));
  }
}
