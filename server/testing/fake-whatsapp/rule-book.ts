import { Bucket } from './bucket';
import type { FakeClock } from './clock';
import { type GraphError, orderedError } from './graph-errors';

/** Meta's rules that the fake keeps; each is off unless it is named. */
export type Rules = {
  /** Free-form messages only within 24 hours of the customer's last message to the number (131047). */
  readonly window?: boolean;
  /** One message in 6 seconds from a number to a customer, 45 ahead of it borrowed (131056). */
  readonly pairRate?: boolean;
  /** Messages a second of a number, in and out together (130429). */
  readonly throughputPerSecond?: number;
  /** Customers whom all numbers together may write to outside their window in 24 hours (131048). */
  readonly contactsPerDay?: number;
  /** A closed window and a used-up day are told in the answer, or only by a status `failed`, as Meta mostly does. */
  readonly refusals?: 'atOnce' | 'byStatus';
};

/** A message between a customer and a number; `isTemplate` of one that we send. */
type Passing = { readonly account: string; readonly phone: string; readonly isTemplate: boolean };

/** What Meta remembers of an account in order to keep its rules. */
export class RuleBook {
  rules: Rules = {};
  private readonly heardAt = new Map<string, number>();
  private readonly openedAt = new Map<string, number>();
  private readonly pairs = new Map<string, Bucket>();
  private readonly numbers = new Map<string, { readonly perSecond: number; readonly bucket: Bucket }>();

  constructor(private readonly clock: FakeClock) {}

  /** A customer has written to a number, at a time in milliseconds since 1970. */
  hear({ account, phone }: Omit<Passing, 'isTemplate'>, at: number): void {
    const key = pairOf(account, phone);
    this.heardAt.set(key, Math.max(at, this.heardAt.get(key) ?? 0));
    this.numberOf(account)?.take(this.clock.now());
  }

  /** What Meta would say to a message, and when; undefined if it may pass. */
  problemOf(message: Passing): { readonly error: GraphError; readonly isLate: boolean } | undefined {
    const { pairRate, window, contactsPerDay, refusals } = this.rules;
    const now = this.clock.now();
    const { account, phone, isTemplate } = message;
    if (this.numberOf(account)?.hasOne(now) === false) return atOnce(130429);
    if (pairRate && !this.pairOf(account, phone).hasOne(now)) return atOnce(131056);
    const isLate = refusals === 'byStatus';
    const isOpen = this.isOpen(message, now);
    if (window && !isOpen && !isTemplate) return { error: orderedError(131047), isLate };
    if (contactsPerDay === undefined || isOpen) return undefined;
    const opened = this.openedWithin(now);
    if (opened.has(phone) || opened.size < contactsPerDay) return undefined;
    return { error: orderedError(131048), isLate };
  }

  /** A message was taken. */
  note(message: Passing): void {
    const now = this.clock.now();
    const { account, phone } = message;
    this.numberOf(account)?.take(now);
    if (this.rules.pairRate) this.pairOf(account, phone).take(now);
    const opened = this.openedWithin(now);
    if (!this.isOpen(message, now) && !opened.has(phone)) opened.set(phone, now);
  }

  private isOpen({ account, phone }: Passing, now: number): boolean {
    return now - (this.heardAt.get(pairOf(account, phone)) ?? 0) < dayMs;
  }

  /** Whom we wrote to first within the last day, the earliest first. */
  private openedWithin(now: number): Map<string, number> {
    for (const [phone, at] of this.openedAt) {
      if (now - at < dayMs) break;
      this.openedAt.delete(phone);
    }
    return this.openedAt;
  }

  private pairOf(account: string, phone: string): Bucket {
    const key = pairOf(account, phone);
    const bucket = this.pairs.get(key) ?? new Bucket(pairSize, this.clock.now());
    this.pairs.set(key, bucket);
    return bucket;
  }

  private numberOf(account: string): Bucket | undefined {
    const perSecond = this.rules.throughputPerSecond;
    if (perSecond === undefined) return undefined;
    const known = this.numbers.get(account);
    if (known?.perSecond === perSecond) return known.bucket;
    const bucket = new Bucket({ capacity: perSecond, everyMs: 1000 / perSecond }, this.clock.now());
    this.numbers.set(account, { perSecond, bucket });
    return bucket;
  }
}

const dayMs = 24 * 60 * 60 * 1000; // customer service window and messaging limit, Cloud API reference
const pairSize = { capacity: 45, everyMs: 6000 }; // pair rate limit, Cloud API reference

function pairOf(account: string, phone: string): string {
  return `${account} ${phone}`;
}

function atOnce(code: number): { readonly error: GraphError; readonly isLate: boolean } {
  return { error: orderedError(code), isLate: false };
}
