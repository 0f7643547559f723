import { type ErrorKind, type ErrorRow, errorRows, type Meaning } from './error-rows';

/**
 * What an error code of the Graph API means for us, whether it came as an answer or in a status. Unknown codes count as
 * refused for good, so that nothing is sent again on a guess. Source: Cloud API reference, "Error codes" (2026-09).
 */
export function explainError(graphCode: number): ExplainedError {
  const [kind, problem, sentence, own = {}] = errorRows.get(graphCode) ?? rangeOf(graphCode) ?? unlisted;
  return { kind, problem, sentence, ...kinds[kind], ...own };
}

export type ExplainedError = Meaning & {
  readonly kind: ErrorKind;
  readonly problem: string; // noun.problem, stable for ever
  readonly sentence: string; // for an officer: what happened and what to do
};

const kinds: Readonly<Record<ErrorKind, Meaning>> = {
  transient: { retryable: true, scope: 'message', retryAfterSeconds: 2 },
  rate: { retryable: true, scope: 'channel', retryAfterSeconds: 5 },
  permanent: { retryable: false, scope: 'message' },
  // Messages are held, and tried again once the account may be in order.
  account: { retryable: true, scope: 'channel', retryAfterSeconds: 60, needsPerson: true },
  caller: { retryable: false, scope: 'message' },
};

const unlisted: ErrorRow = ['permanent', 'message.refused', 'WhatsApp refused the message. It was not sent.'];

/** Families of codes that mean one thing to us. */
const ranges: readonly (readonly [from: number, to: number, row: ErrorRow])[] = [
  [
    200,
    299,
    ['account', 'permission.missing', 'Our WhatsApp app lacks a permission. Check its access to this number.'],
  ],
  [131200, 131299, ['permanent', 'group.refused', 'WhatsApp refused this for a group. We write to single customers.']],
  [138000, 138018, ['permanent', 'call.refused', 'WhatsApp could not place or allow the call.']],
  [139000, 139004, ['permanent', 'form.refused', 'WhatsApp refused a change of this form.']],
  [139100, 139103, ['permanent', 'contact.notBlocked', 'WhatsApp could not block or unblock this customer.']],
  [147001, 147005, ['permanent', 'username.refused', 'WhatsApp refused this business username.']],
  [2388000, 2388999, ['caller', 'template.malformed', 'WhatsApp does not take the template in this form. Correct it.']],
];

function rangeOf(code: number): ErrorRow | undefined {
  return ranges.find(([from, to]) => code >= from && code <= to)?.[2];
}
