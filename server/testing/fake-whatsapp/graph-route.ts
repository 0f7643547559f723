import type { IncomingHttpHeaders } from 'node:http';
import type { FakeClock } from './clock';
import type { Customers } from './customers';
import type { FakeAccount } from './fake-account';
import type { FakeMedia } from './fake-media';
import type { FaultKind, Faults } from './faults';
import { type Fields, fieldsOf } from './field-problems';
import { type GraphError, graphErrorBody } from './graph-errors';
import type { AcceptedSend, Ledger } from './ledger';
import type { Possessions } from './possessions';
import type { RuleBook } from './rule-book';
import type { TemplateShelf } from './template-shelf';

/** What the parts of the fake Graph API share. */
export type GraphApi = {
  readonly accessToken: string;
  /** Whether the token has been revoked: then every call is refused with 190. */
  readonly isRevoked: () => boolean;
  readonly phoneNumberIds: ReadonlySet<string>;
  /** What is told of the numbers and the account. */
  readonly account: FakeAccount;
  readonly clock: FakeClock;
  readonly rules: RuleBook;
  readonly media: FakeMedia;
  readonly shelf: TemplateShelf;
  /** What the account has to send with; what is undefined is not checked. */
  readonly possessions: Possessions;
  readonly customers: Customers;
  readonly faults: Faults;
  readonly ledger: Ledger;
  readonly knowsInbound: (messageId: string) => boolean;
  readonly nextId: () => string;
  /** Called once a message has been taken, to let its statuses follow. */
  readonly onTaken: (send: AcceptedSend, fault: FaultKind | undefined) => void;
  /** Timers of slow answers, so that closing the server ends them. */
  readonly later: (ms: number, action: () => void) => void;
};

/**
 * One path of the Graph API. `path` is matched with what follows the version (`123/messages`); one that begins with a slash
 * is matched with a whole path that has no version, as the addresses of files.
 */
export type GraphRoute = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: RegExp;
  /** Longer bodies are refused; 1 MiB without it. */
  readonly mostBytes?: number;
  readonly answer: (api: GraphApi, call: GraphCall) => GraphAnswer | Promise<GraphAnswer>;
};

/** A request with a valid token; `ids` are the groups of the route's path. */
export type GraphCall = {
  readonly ids: readonly string[];
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

/** What is written back, and how: a `flaw` spoils the way it gets there. */
export type GraphAnswer = {
  readonly status: number;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  readonly flaw?: { readonly kind: 'reset' | 'never' } | { readonly kind: 'drip' | 'late'; readonly ms: number };
};

/** A refusal in the Graph API's words, noted in the ledger. */
export function refusal(api: GraphApi, error: GraphError, body?: unknown): GraphAnswer {
  api.ledger.refused.push({ error, body });
  return { status: error.status, body: graphErrorBody(error, `fake${api.ledger.refused.length}`) };
}

/** A body that is a JSON object; undefined for anything else. */
export function parseObject(body: Buffer): Fields | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? fieldsOf(value) : undefined;
  } catch {
    return undefined; // answered as `notJson`
  }
}
