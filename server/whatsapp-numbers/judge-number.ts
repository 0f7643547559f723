import type { NumberFacts, NumberFailure } from '../channels/whatsapp/numbers-api';
import type { NumberCheck } from './number-check';

/** What was learnt of a number: from WhatsApp, or why nothing was; from our own webhooks; and of the account. */
export type NumberFindings = {
  readonly number: { readonly ok: true; readonly facts: NumberFacts } | NumberFailure;
  /** Null without the id of the account. */
  readonly subscription: { readonly ok: true; readonly isSubscribed: boolean } | NumberFailure | null;
  readonly signatures: { readonly right: Date | null; readonly wrong: Date | null };
  readonly publicUrl: string | undefined;
};

/** The checklist of a number. */
export function judgeNumber(findings: NumberFindings): readonly NumberCheck[] {
  const { number } = findings;
  return [
    judgeToken(number),
    ...(number.ok ? [ok('number', numberWords(number.facts))] : unread(number)),
    judgeWebhook(findings),
    judgeSecret(findings),
    judgeSubscription(findings),
    ...(number.ok ? judgeFacts(number.facts) : []),
  ];
}

/** Messages a second that a number may send and take in; Cloud API reference, throughput. */
export function throughputOf({ throughput, platform }: NumberFacts): number {
  if (throughput === 'HIGH') return 1_000;
  return platform === 'SMB' || throughput === 'COEXISTENCE' ? 20 : 80;
}

/** People a day that may be written to first; null: no limit, undefined: not said. */
export function contactsPerDayOf({ limit }: NumberFacts): number | null | undefined {
  if (limit === null) return undefined;
  if (/UNLIMITED/.test(limit)) return null;
  const found = /^TIER_(\d+)(K?)$/.exec(limit);
  return found ? Number(found[1]) * (found[2] === 'K' ? 1_000 : 1) : undefined;
}

const tokenCodes: ReadonlySet<string> = new Set(['token.invalid', 'permission.missing']);

function judgeToken(number: NumberFindings['number']): NumberCheck {
  if (number.ok) return ok('token', 'WhatsApp accepts our access token.');
  if (!tokenCodes.has(number.code)) return unknown('token', number.detail);
  return failed(
    'token',
    number.detail,
    'Make a token of a system user that has this number, and set WHATSAPP_ACCESS_TOKEN.',
  );
}

function unread(number: NumberFailure): NumberCheck[] {
  if (tokenCodes.has(number.code)) return [unknown('number', 'It is read when the token is right.')];
  if (number.code === 'send.unreachable') return [unknown('number', number.detail)];
  return [failed('number', number.detail, 'Compare WHATSAPP_PHONE_NUMBER_ID with the id in the WhatsApp manager.')];
}

function numberWords({ displayNumber, name }: NumberFacts): string {
  return [displayNumber, name].filter((part) => part !== null).join(', ') || 'WhatsApp knows the number.';
}

function judgeWebhook({ number, signatures, publicUrl }: NumberFindings): NumberCheck {
  if (signatures.right !== null) return ok('webhook', 'Webhooks arrive.');
  const wanted = publicUrl === undefined ? undefined : `${publicUrl}/api/webhooks/whatsapp`;
  const set = number.ok ? number.facts.webhookUrl : null;
  if (wanted !== undefined && set !== null && set !== wanted) {
    return failed('webhook', `WhatsApp calls ${set}.`, `Set the callback address to ${wanted}.`);
  }
  const advice =
    wanted === undefined
      ? 'Set PUBLIC_URL to the address under which this app is reached, and enter it at Meta with /api/webhooks/whatsapp.'
      : `Enter ${wanted} at Meta as the callback address, with the verify token.`;
  return warning('webhook', 'No webhook has arrived yet.', advice);
}

function judgeSecret({ signatures: { right, wrong } }: NumberFindings): NumberCheck {
  if (wrong !== null && (right === null || wrong > right)) {
    const advice =
      'Compare WHATSAPP_APP_SECRET with the app’s settings at Meta. Nothing of it was taken in; WhatsApp sends it again.';
    return failed('appSecret', 'The last webhook was not signed with our app secret.', advice);
  }
  if (right === null) return unknown('appSecret', 'It is proved by the first webhook.');
  return ok('appSecret', 'Webhooks are signed with our app secret.');
}

function judgeSubscription({ subscription }: NumberFindings): NumberCheck {
  if (subscription === null) {
    return unknown('subscribed', 'Set WHATSAPP_BUSINESS_ACCOUNT_ID to see it.');
  }
  if (!subscription.ok) return unknown('subscribed', subscription.detail);
  if (subscription.isSubscribed) return ok('subscribed', 'The app gets the webhooks of the account.');
  return failed('subscribed', 'The app does not get the webhooks of the account.', 'Subscribe it with the button.');
}

function judgeFacts(facts: NumberFacts): NumberCheck[] {
  return [
    judgeName(facts),
    judgeQuality(facts),
    judgeThroughput(facts),
    judgeLimit(facts),
    judgeHealth(facts),
    region(facts),
  ];
}

function judgeName({ nameStatus, name }: NumberFacts): NumberCheck {
  if (nameStatus === null) return unknown('name', name ?? 'WhatsApp does not say.');
  if (/^(APPROVED|AVAILABLE_WITHOUT_REVIEW)$/.test(nameStatus)) return ok('name', `Customers see “${name ?? ''}”.`);
  return warning('name', `The display name is ${plain(nameStatus)}.`, 'See to it in the WhatsApp manager.');
}

function judgeQuality({ quality }: NumberFacts): NumberCheck {
  switch (quality) {
    case 'GREEN':
      return ok('quality', 'High.');
    case 'YELLOW':
      return warning(
        'quality',
        'Medium: some customers block or report us.',
        'Send less marketing, and only to who asked.',
      );
    case 'RED':
      return failed('quality', 'Low: WhatsApp may restrict the number.', 'Stop campaigns until it has recovered.');
    default:
      return unknown('quality', 'WhatsApp has not rated it yet.');
  }
}

function judgeThroughput(facts: NumberFacts): NumberCheck {
  return ok('throughput', `${throughputOf(facts)} messages a second, and we keep to it.`);
}

function judgeLimit(facts: NumberFacts): NumberCheck {
  const limit = contactsPerDayOf(facts);
  if (limit === undefined) return unknown('limit', 'WhatsApp does not say how many people may be written to first.');
  if (limit === null) return ok('limit', 'Any number of people a day may be written to first.');
  const people = `${limit.toLocaleString('en-IN')} people in 24 hours may be written to first.`;
  return limit <= 250 ? warning('limit', people, 'Verify the business at Meta for more.') : ok('limit', people);
}

function judgeHealth({ health, healthReason }: NumberFacts): NumberCheck {
  const why = healthReason ? ` WhatsApp says: ${healthReason}` : '';
  if (health === 'AVAILABLE') return ok('health', 'The number can send messages.');
  if (health === 'LIMITED')
    return warning('health', `The number is limited.${why}`, 'Look at it in the WhatsApp manager.');
  if (health === 'BLOCKED')
    return failed('health', `The number cannot send.${why}`, 'Look at it in the WhatsApp manager.');
  return unknown('health', 'WhatsApp does not say.');
}

function region({ dataRegion }: NumberFacts): NumberCheck {
  if (dataRegion === null) return unknown('dataRegion', 'No region is set: WhatsApp chooses where data rests.');
  return ok('dataRegion', `Data rests in ${dataRegion}.`);
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll('_', ' ');
}

function ok(id: NumberCheck['id'], detail: string): NumberCheck {
  return { id, status: 'ok', detail };
}

function unknown(id: NumberCheck['id'], detail: string): NumberCheck {
  return { id, status: 'unknown', detail };
}

function warning(id: NumberCheck['id'], detail: string, advice: string): NumberCheck {
  return { id, status: 'warning', detail, advice };
}

function failed(id: NumberCheck['id'], detail: string, advice: string): NumberCheck {
  return { id, status: 'failed', detail, advice };
}
