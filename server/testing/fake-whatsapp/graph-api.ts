import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Customer, Customers } from './customers';
import type { FaultKind, Faults, IncomingSend } from './faults';
import { type GraphError, graphErrorBody, graphErrors, orderedError } from './graph-errors';
import type { AcceptedSend, Ledger } from './ledger';
import { type FakeTemplate, type Fields, fieldsOf, validateMessage } from './validate-message';

export type GraphApi = {
  readonly accessToken: string;
  readonly phoneNumberId: string;
  readonly templates: readonly FakeTemplate[] | undefined;
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

/** Answers one request as the Graph API would. */
export async function answerGraphCall(
  api: GraphApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  write(api, response, checkCall(api, request) ?? answerText(api, await readBody(request)));
}

/** What is written back, and how: a `flaw` spoils the way it gets there. */
type Answer = {
  readonly status: number;
  readonly body: string;
  readonly retryAfterSeconds?: number | undefined;
  readonly flaw?: { readonly kind: 'reset' | 'never' } | { readonly kind: 'drip' | 'late'; readonly ms: number };
};

function checkCall(api: GraphApi, request: IncomingMessage): Answer | undefined {
  const path = /^\/v\d{1,2}\.\d\/(\d+)\/messages$/.exec(request.url?.split('?')[0] ?? '');
  if (request.method !== 'POST' || !path) return refusal(api, graphErrors.unknownPath);
  const { authorization } = request.headers;
  if (authorization === undefined) return refusal(api, graphErrors.withoutToken);
  if (authorization !== `Bearer ${api.accessToken}`) return refusal(api, graphErrors.notAuthorised);
  return path[1] === api.phoneNumberId ? undefined : refusal(api, graphErrors.unknownNumber);
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size > longestBodyBytes) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const longestBodyBytes = 1024 * 1024;

function answerText(api: GraphApi, text: string | undefined): Answer {
  if (text === undefined) return refusal(api, graphErrors.tooLarge);
  const body = parseObject(text);
  if (!body) return refusal(api, graphErrors.notJson, text);
  return body.status === 'read' ? markRead(api, body) : takeMessage(api, body);
}

function parseObject(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? fieldsOf(value) : undefined;
  } catch {
    return undefined; // answered as `notJson`
  }
}

function markRead(api: GraphApi, body: Fields): Answer {
  const messageId = body.message_id;
  if (typeof messageId !== 'string' || !api.knowsInbound(messageId)) {
    return refusal(api, graphErrors.unknownMessage, body);
  }
  api.ledger.reads.push({ messageId, typing: body.typing_indicator !== undefined });
  return { status: 200, body: JSON.stringify({ success: true }) };
}

function takeMessage(api: GraphApi, body: Fields): Answer {
  const problem = validateMessage(body, api.templates);
  if (problem) return refusal(api, problem, body);
  const send = readSend(body);
  const customer = addressee(api.customers, send);
  if (!customer) return refusal(api, orderedError(131026), body);
  const fault = api.faults.take(send);
  switch (fault?.kind) {
    case 'error':
      return {
        ...refusal(api, orderedError(fault.code, fault.status), body),
        retryAfterSeconds: fault.retryAfterSeconds,
      };
    case 'http':
      return { status: fault.status, body: '' };
    case 'reset':
      return { status: 0, body: '', flaw: { kind: 'reset' } };
  }
  const taken = api.ledger.accept({ wamid: api.nextId(), outboxId: send.outboxId, customer, at: Date.now(), body });
  api.onTaken(taken, fault);
  return spoil({ status: 200, body: acceptance(taken, send) }, fault);
}

/** The answer for a message that was taken, as a fault leaves it. */
function spoil(answer: Answer, fault: FaultKind | undefined): Answer {
  switch (fault?.kind) {
    case 'acceptThenTimeout':
      return { ...answer, flaw: { kind: 'never' } }; // the app gives up, or the server is closed
    case 'acceptThenReset':
      return { ...answer, flaw: { kind: 'reset' } };
    case 'acceptThenHttp':
      return { status: fault.status, body: '' };
    case 'acceptThenHugeBody':
      return { ...answer, body: ' '.repeat(1024 * 1024) + answer.body };
    case 'acceptThenBrokenBody':
      return { ...answer, body: answer.body.slice(0, answer.body.length / 2) };
    case 'delay':
      return { ...answer, flaw: { kind: 'late', ms: fault.ms } };
    case 'slowBody':
      return { ...answer, flaw: { kind: 'drip', ms: fault.ms } };
    default:
      return answer;
  }
}

function readSend(body: Fields): IncomingSend {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return { outboxId: text(body.biz_opaque_callback_data), to: text(body.to), bsuid: text(body.recipient), body };
}

/** A phone is reachable even if it never wrote; a user id only exists once its owner wrote. */
function addressee(customers: Customers, { to, bsuid }: IncomingSend): Customer | undefined {
  if (to !== undefined) return customers.meet(to);
  return bsuid === undefined ? undefined : customers.findByBsuid(bsuid);
}

function acceptance({ wamid, customer, body }: AcceptedSend, { to, bsuid }: IncomingSend): string {
  const contact = to === undefined ? { input: bsuid, user_id: bsuid } : { input: to, wa_id: customer.phone.slice(1) };
  const status = body.type === 'template' ? { message_status: 'accepted' } : {};
  return JSON.stringify({ messaging_product: 'whatsapp', contacts: [contact], messages: [{ id: wamid, ...status }] });
}

function refusal(api: GraphApi, error: GraphError, body?: unknown): Answer {
  api.ledger.refused.push({ error, body });
  return { status: error.status, body: graphErrorBody(error, `fake${api.ledger.refused.length}`) };
}

function write(api: GraphApi, response: ServerResponse, answer: Answer): void {
  switch (answer.flaw?.kind) {
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'never':
      return;
    case 'late':
      api.later(answer.flaw.ms, () => writeWhole(response, answer));
      return;
    case 'drip':
      drip(api, response, answer.body, answer.flaw.ms);
      return;
    default:
      writeWhole(response, answer);
  }
}

function writeWhole(response: ServerResponse, { status, body, retryAfterSeconds }: Answer): void {
  if (retryAfterSeconds !== undefined) response.setHeader('retry-after', String(retryAfterSeconds));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function drip(api: GraphApi, response: ServerResponse, body: string, ms: number): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.flushHeaders();
  const step = Math.ceil(body.length / drops);
  for (let drop = 0; drop < drops; drop += 1) {
    api.later((ms * (drop + 1)) / drops, () => {
      response.write(body.slice(drop * step, (drop + 1) * step));
      if (drop === drops - 1) response.end();
    });
  }
}

const drops = 10;
