import { z } from 'zod';
import type { ChannelPayload } from '@/flows/rendering/channel-payload';
import type { Recipient, SendFailure, SendOptions, SendResult } from '../channel';
import { callMessages, type GraphAnswer } from './call-graph';
import type { WhatsAppConfig } from './config';
import { explainError } from './errors';

/**
 * Sends one payload through the Graph API, once. `ok` means that WhatsApp has taken it, no more; delivery is told by status
 * webhooks, which carry the outbox id back. Whatever leaves it open whether WhatsApp took it is `unknown`.
 */
export async function sendMessage(
  config: WhatsAppConfig,
  payload: ChannelPayload,
  to: Recipient,
  options: SendOptions,
): Promise<SendResult> {
  const address = addressOf(to);
  if (!address) {
    return rejected('contact.withoutAddress', 'The customer has neither a phone number nor a WhatsApp user id.');
  }
  const body = { ...payload, ...address, biz_opaque_callback_data: options.outboxId };
  return judge(await callMessages(config, body, options));
}

/** With both at hand the phone is used: that also keeps it visible to us (Cloud API reference, usernames). */
function addressOf({ phone, bsuid }: Recipient): { to: string } | { recipient: string } | undefined {
  // Without "+" WhatsApp would put our own country's code in front.
  if (phone !== undefined && phone !== '') return { to: `+${phone.replace(/\D/g, '')}` };
  return bsuid === undefined || bsuid === '' ? undefined : { recipient: bsuid };
}

function judge(answer: GraphAnswer): SendResult {
  if (answer.type === 'timedOut') return unknown('send.timedOut', 'WhatsApp did not answer in time.');
  if (answer.type === 'broken' && answer.wasSent) {
    return unknown('send.brokenOff', 'The connection to WhatsApp broke while sending.');
  }
  if (answer.type === 'broken') {
    const detail = 'WhatsApp could not be reached. The message goes out by itself.';
    return { ...rejected('send.unreachable', detail), retryable: true, retryAfterSeconds: 2, scope: 'channel' };
  }
  if (answer.status === 200) return judgeAccepted(answer.json);
  const refused = graphRefusal.safeParse(answer.json);
  if (refused.success) return judgeRefusal(refused.data.error, answer);
  return judgeStatus(answer);
}

function judgeAccepted(json: unknown): SendResult {
  const accepted = graphAcceptance.safeParse(json);
  const id = accepted.data?.messages[0].id;
  return id === undefined
    ? unknown('send.unreadableAnswer', 'WhatsApp answered, but its answer could not be read.')
    : { ok: true, externalId: id };
}

const graphAcceptance = z.object({ messages: z.tuple([z.object({ id: z.string().min(1) })], z.unknown()) });

const graphRefusal = z.object({ error: z.object({ code: z.number().int() }) });

function judgeRefusal({ code }: { code: number }, answer: Answered): SendFailure {
  const { problem, sentence, retryable, scope, retryAfterSeconds, mostAttempts, needsPerson } = explainError(code);
  const wait = retryable ? (headerSeconds(answer.retryAfter) ?? retryAfterSeconds) : undefined;
  const detail = `${sentence} (WhatsApp error ${code})`;
  return {
    ...rejected(problem, detail),
    retryable,
    scope,
    ...(wait === undefined ? {} : { retryAfterSeconds: wait }),
    ...(mostAttempts === undefined ? {} : { mostAttempts }),
    ...(needsPerson ? { needsPerson } : {}),
  };
}

/** An answer without a Graph error comes from something in between. */
function judgeStatus({ status, retryAfter }: Answered): SendFailure {
  if (status === 429) {
    const wait = headerSeconds(retryAfter) ?? 5;
    const detail = 'WhatsApp asks us to slow down. The message goes out by itself. (HTTP 429)';
    return { ...rejected('rate.tooFast', detail), retryable: true, retryAfterSeconds: wait, scope: 'channel' };
  }
  // Below 500 the request was judged and refused; 408 is a timeout in between.
  if (status >= 300 && status < 500 && status !== 408) {
    const detail = `What answers at the address set for WhatsApp is not WhatsApp. (HTTP ${status})`;
    return { ...rejected('send.refused', detail), scope: 'channel' };
  }
  return unknown('send.unclearAnswer', `WhatsApp failed without saying whether it took the message. (HTTP ${status})`);
}

type Answered = Extract<GraphAnswer, { type: 'answered' }>;

function headerSeconds(header: string | null): number | undefined {
  const seconds = header !== null && /^\d{1,6}$/.test(header) ? Number(header) : undefined;
  return seconds === undefined ? undefined : Math.min(seconds, 3600);
}

function rejected(code: string, detail: string): SendFailure {
  return { ok: false, outcome: 'rejected', code, retryable: false, scope: 'message', detail };
}

function unknown(code: string, detail: string): SendFailure {
  return { ok: false, outcome: 'unknown', code, retryable: false, scope: 'message', detail };
}
