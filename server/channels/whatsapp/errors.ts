/**
 * What an error code of the Graph API means for us, whether it came as an answer or in a status. Unknown codes count as
 * refused for good, so that nothing is sent again on a guess. Source: Cloud API reference, "Error codes" (2026-09).
 */
export function explainError(graphCode: number): ExplainedError {
  const row = rows.get(graphCode) ?? rangeOf(graphCode) ?? unlisted;
  const [kind, problem, sentence, waitSeconds] = row;
  const { retryable, scope, retryAfterSeconds } = kinds[kind];
  // The one rate limit that concerns a single customer.
  const widest = problem === 'rate.tooFastForContact' ? 'contact' : scope;
  const wait = waitSeconds ?? retryAfterSeconds;
  return {
    kind,
    problem,
    sentence,
    retryable,
    scope: widest,
    ...(wait === undefined ? {} : { retryAfterSeconds: wait }),
  };
}

export type ExplainedError = {
  readonly kind: ErrorKind;
  readonly problem: string; // noun.problem, stable for ever
  readonly sentence: string; // for an officer: what happened and what to do
  readonly retryable: boolean;
  readonly retryAfterSeconds?: number; // before the first attempt after this one
  readonly scope: 'message' | 'contact' | 'channel'; // what should wait
};

/** transient: passes by itself · rate: slow down · permanent: this message never · account: someone must act · caller: our bug. */
export type ErrorKind = 'transient' | 'rate' | 'permanent' | 'account' | 'caller';

type Kind = Pick<ExplainedError, 'retryable' | 'scope' | 'retryAfterSeconds'>;

const kinds: Readonly<Record<ErrorKind, Kind>> = {
  transient: { retryable: true, scope: 'message', retryAfterSeconds: 2 },
  rate: { retryable: true, scope: 'channel', retryAfterSeconds: 5 },
  permanent: { retryable: false, scope: 'message' },
  // Messages are held, and tried again once the account may be in order.
  account: { retryable: true, scope: 'channel', retryAfterSeconds: 60 },
  caller: { retryable: false, scope: 'message' },
};

type Row = readonly [kind: ErrorKind, problem: string, sentence: string, waitSeconds?: number];

const hour = 3600;
const token = 'WhatsApp does not accept our access token. Set a new one in Settings; messages wait meanwhile.';
const permission = 'Our WhatsApp app lacks a permission. Check its access to this number; messages wait meanwhile.';
const malformed = 'WhatsApp did not accept the form of this message. Please report it; it was not sent.';
const template = 'WhatsApp did not accept the template with these values. Compare it with the approved one.';
const callRate = 'WhatsApp asks us to call less often. Messages wait and go out by themselves.';
const unavailable = 'WhatsApp is unavailable for a moment. The message goes out by itself.';
const registration = 'The business number is not registered properly. Register it again; messages wait meanwhile.';
const file = 'WhatsApp could not fetch or read the file. Check its address, kind and size.';

const unlisted: Row = ['permanent', 'message.refused', 'WhatsApp refused the message. It was not sent.'];

const rows: ReadonlyMap<number, Row> = new Map<number, Row>([
  [0, ['account', 'token.invalid', token]],
  [190, ['account', 'token.invalid', token]],
  [3, ['account', 'permission.missing', permission]],
  [10, ['account', 'permission.missing', permission]],
  [131005, ['account', 'permission.missing', permission]],
  [1, ['transient', 'service.failed', unavailable]],
  [2, ['transient', 'service.unavailable', unavailable]],
  [131000, ['transient', 'service.failed', unavailable]],
  [131016, ['transient', 'service.unavailable', unavailable]],
  [133004, ['transient', 'service.unavailable', unavailable]],
  [133000, ['transient', 'service.unavailable', unavailable]],
  [2494100, ['transient', 'number.inMaintenance', unavailable, 60]],
  [131057, ['transient', 'number.inMaintenance', unavailable, 60]],
  [134101, ['transient', 'service.unavailable', unavailable, 600]],
  [4, ['rate', 'rate.tooManyCalls', callRate, 60]],
  [613, ['rate', 'rate.tooManyCalls', callRate, 60]],
  [80007, ['rate', 'rate.tooManyCalls', callRate, 60]],
  [80008, ['rate', 'rate.tooManyCalls', callRate, 60]],
  [130429, ['rate', 'rate.tooFast', 'We send faster than the number may. Messages wait and go out by themselves.']],
  [
    131048,
    ['rate', 'rate.tooManyReports', 'Customers report our messages as spam. Pause campaigns; messages wait.', hour],
  ],
  [
    131056,
    ['rate', 'rate.tooFastForContact', 'Too many messages to this customer at once. They go out by themselves.', 6],
  ],
  [132069, ['rate', 'form.throttled', 'This WhatsApp form may be sent only 10 times an hour now.', hour]],
  [
    133016,
    [
      'rate',
      'number.tooManyRegistrations',
      'The number was registered too often. It can be tried in 72 hours.',
      72 * hour,
    ],
  ],
  [33, ['account', 'number.unknown', 'WhatsApp does not know our business number. Check its id in Settings.']],
  [368, ['account', 'account.restricted', 'WhatsApp has restricted the account for a policy. Read its notice.', hour]],
  [
    131031,
    ['account', 'account.locked', 'WhatsApp has locked the account. Look at its state in Business Manager.', hour],
  ],
  [131037, ['account', 'number.withoutName', 'The business number needs an approved display name.', hour]],
  [131042, ['account', 'payment.failed', 'WhatsApp cannot charge the account. Check the payment method.', 300]],
  [131044, ['account', 'payment.failed', 'WhatsApp cannot charge the account. Check the payment method.', 300]],
  [134011, ['account', 'payment.termsOpen', 'The payment terms of WhatsApp must be accepted first.', hour]],
  [131045, ['account', 'number.notRegistered', registration, 300]],
  [133005, ['account', 'number.notRegistered', registration, hour]],
  [133006, ['account', 'number.notRegistered', registration, 300]],
  [133008, ['account', 'number.notRegistered', registration, hour]],
  [133009, ['account', 'number.notRegistered', registration, 300]],
  [133010, ['account', 'number.notRegistered', registration, 300]],
  [133015, ['account', 'number.notRegistered', registration, 300]],
  [131063, ['account', 'marketing.disabled', 'Marketing messages are switched off for this account.', hour]],
  [131064, ['account', 'template.misused', 'WhatsApp has blocked templates of a wrong category. Correct them.', hour]],
  [134102, ['account', 'marketing.unavailable', 'The marketing API is not available to this account.', hour]],
  [130403, ['permanent', 'contact.blockedByUs', 'We have blocked this customer. Unblock them first.']],
  [130472, ['permanent', 'contact.inExperiment', 'WhatsApp shows this customer no marketing. Wait until they write.']],
  [130497, ['permanent', 'country.notAllowed', 'The account may not write to customers of this country.']],
  [
    131026,
    ['permanent', 'contact.unreachable', 'The number is not on WhatsApp, or cannot get this message. Try a call.'],
  ],
  [131043, ['permanent', 'message.expired', 'The message could not be delivered in time.']],
  [131047, ['permanent', 'window.closed', 'The customer last wrote over 24 hours ago. Only a template can be sent.']],
  [
    131049,
    ['permanent', 'contact.marketingCapReached', 'This customer got enough marketing for now. Wait a day or more.'],
  ],
  [131050, ['permanent', 'contact.optedOut', 'The customer has stopped marketing messages from us.']],
  [131060, ['permanent', 'message.unavailable', 'The message is not available to us.']],
  [131062, ['permanent', 'contact.phoneNeeded', 'This kind of message needs the phone number of the customer.']],
  [132015, ['permanent', 'template.paused', 'WhatsApp has paused this template for its quality. Use another one.']],
  [132016, ['permanent', 'template.disabled', 'WhatsApp has disabled this template. Make a new one.']],
  [132068, ['permanent', 'form.blocked', 'WhatsApp has blocked this form. Correct it first.']],
  [137000, ['permanent', 'contact.identityChanged', 'The identity of the customer has changed. Verify it first.']],
  [100, ['caller', 'message.malformed', malformed]],
  [131008, ['caller', 'message.incomplete', malformed]],
  [131009, ['caller', 'message.malformed', malformed]],
  [131051, ['caller', 'message.unsupported', malformed]],
  [135000, ['caller', 'message.malformed', malformed]],
  [131021, ['caller', 'contact.isOurselves', 'The number is our own. A message cannot be sent to it.']],
  [131030, ['caller', 'contact.notTester', 'A test number writes only to numbers on its list. Add this one.']],
  [131014, ['caller', 'file.unreadable', file]],
  [131052, ['caller', 'file.unreadable', file]],
  [131053, ['caller', 'file.unreadable', file]],
  [131055, ['caller', 'template.notMarketing', template]],
  [134100, ['caller', 'template.notMarketing', template]],
  [132000, ['caller', 'template.variablesMismatch', template]],
  [132001, ['caller', 'template.missing', 'The template is not approved in this language. Check Templates.']],
  [132005, ['caller', 'template.tooLong', template]],
  [132007, ['caller', 'template.policy', 'The content breaks a policy of WhatsApp. Change the template.']],
  [132008, ['caller', 'template.variablesMismatch', template]],
  [132012, ['caller', 'template.variablesMismatch', template]],
  [132018, ['caller', 'template.variablesMismatch', template]],
]);

function rangeOf(code: number): Row | undefined {
  if (code >= 200 && code <= 299) return ['account', 'permission.missing', permission];
  if (code >= 2388000 && code <= 2388999) return ['caller', 'template.malformed', template];
  return undefined;
}
