import type { Customer, Customers } from './customers';
import type { FaultKind, IncomingSend } from './faults';
import type { Fields } from './field-problems';
import { type GraphError, graphErrors, orderedError } from './graph-errors';
import { type GraphAnswer, type GraphApi, type GraphCall, type GraphRoute, parseObject, refusal } from './graph-route';
import type { AcceptedSend } from './ledger';
import { validateMessage } from './validate-message';

/** Sending a message, and marking a customer's one as read. */
export const messagesRoutes: readonly GraphRoute[] = [
  { method: 'POST', path: /^(\d+)\/messages$/, answer: answerMessagesCall },
];

function answerMessagesCall(api: GraphApi, { ids: [account = ''], body: bytes }: GraphCall): GraphAnswer {
  if (!api.phoneNumberIds.has(account)) return refusal(api, graphErrors.unknownNumber);
  const body = parseObject(bytes);
  if (!body) return refusal(api, graphErrors.notJson, bytes.toString('utf8'));
  return body.status === 'read' ? markRead(api, body) : takeMessage(api, account, body);
}

function markRead(api: GraphApi, body: Fields): GraphAnswer {
  const messageId = body.message_id;
  if (typeof messageId !== 'string' || !api.knowsInbound(messageId)) {
    return refusal(api, graphErrors.unknownMessage, body);
  }
  api.ledger.reads.push({ messageId, typing: body.typing_indicator !== undefined });
  return { status: 200, body: JSON.stringify({ success: true }) };
}

function takeMessage(api: GraphApi, account: string, body: Fields): GraphAnswer {
  const problem = validateMessage(body, api.possessions);
  if (problem) return refusal(api, problem, body);
  const send = readSend(body);
  const customer = addressee(api.customers, send);
  if (!customer) return refusal(api, orderedError(131026), body);
  const passing = { account, phone: customer.phone, isTemplate: body.type === 'template' };
  const broken = api.rules.problemOf(passing);
  if (broken && !broken.isLate) return refusal(api, broken.error, body);
  const fault = broken ? failLater(broken.error) : api.faults.take(send);
  const refused = spoilBefore(api, fault, body);
  if (refused) return refused;
  api.rules.note(passing);
  const { outboxId } = send;
  const taken = api.ledger.accept({ wamid: api.nextId(), account, outboxId, customer, at: api.clock.now(), body });
  api.onTaken(taken, fault);
  return spoilAfter({ status: 200, body: acceptance(taken, send) }, fault);
}

function failLater({ code, title }: GraphError): FaultKind {
  return { kind: 'failLater', code, title };
}

/** The answer of a fault that strikes before a message is taken. */
function spoilBefore(api: GraphApi, fault: FaultKind | undefined, body: Fields): GraphAnswer | undefined {
  switch (fault?.kind) {
    case 'error': {
      const { code, status, retryAfterSeconds: seconds } = fault;
      const headers: Record<string, string> = seconds === undefined ? {} : { 'retry-after': String(seconds) };
      return { ...refusal(api, orderedError(code, status), body), headers };
    }
    case 'http':
      return { status: fault.status, body: '' };
    case 'reset':
      return { status: 0, body: '', flaw: { kind: 'reset' } };
    default:
      return undefined;
  }
}

/** The answer for a message that was taken, as a fault leaves it. */
function spoilAfter(answer: GraphAnswer & { readonly body: string }, fault: FaultKind | undefined): GraphAnswer {
  switch (fault?.kind) {
    case 'acceptThenTimeout':
      return { ...answer, flaw: { kind: 'never' } };
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
