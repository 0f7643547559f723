/** transient: passes by itself · rate: slow down · permanent: this message never · account: someone must act · caller: our bug. */
export type ErrorKind = 'transient' | 'rate' | 'permanent' | 'account' | 'caller';

/** What is to be done about an error. */
export type Meaning = {
  readonly retryable: boolean;
  readonly retryAfterSeconds?: number | undefined; // before the first attempt after this one
  readonly scope: 'message' | 'contact' | 'channel'; // what should wait
  readonly mostAttempts?: number; // when a message that fails with this is tried less often than others
  readonly needsPerson?: boolean; // it passes only when somebody acts
};

/** `own`: where a code differs from its kind. */
export type ErrorRow = readonly [kind: ErrorKind, problem: string, sentence: string, own?: Partial<Meaning>];

const hour = 3600;
const after = (retryAfterSeconds: number) => ({ retryAfterSeconds });
/** Refuses some messages only: the others still leave. */
const thisMessageOnly = { retryable: false, scope: 'message', retryAfterSeconds: undefined } as const;

const token = 'WhatsApp does not accept our access token. Set a new one in Settings; messages wait meanwhile.';
const permission = 'Our WhatsApp app lacks a permission. Check its access to this number; messages wait meanwhile.';
const malformed = 'WhatsApp did not accept the form of this message. Please report it; it was not sent.';
const template = 'WhatsApp did not accept the template with these values. Compare it with the approved one.';
const callRate = 'WhatsApp asks us to call less often. Messages wait and go out by themselves.';
const unavailable = 'WhatsApp is unavailable for a moment. The message goes out by itself.';
const registration = 'The business number is not registered properly. Register it again; messages wait meanwhile.';
const file = 'WhatsApp could not fetch or read the file. Check its address, kind and size.';
const payment = 'WhatsApp cannot charge the account. Check the payment method; messages wait meanwhile.';
const group = 'WhatsApp refused this for a group. We write to single customers.';

/** Every error code of the reference that stands alone, by class. */
export const errorRows: ReadonlyMap<number, ErrorRow> = new Map<number, ErrorRow>([
  [1, ['transient', 'service.failed', unavailable, { mostAttempts: 2 }]],
  [2, ['transient', 'service.unavailable', unavailable]],
  [131000, ['transient', 'service.failed', unavailable, { mostAttempts: 3 }]],
  [131014, ['transient', 'file.unreadable', file, { mostAttempts: 2 }]],
  [131016, ['transient', 'service.unavailable', unavailable]],
  [131053, ['transient', 'file.unreadable', file, { mostAttempts: 2 }]],
  [131057, ['transient', 'number.inMaintenance', unavailable, after(60)]],
  [133000, ['transient', 'service.unavailable', unavailable]],
  [133004, ['transient', 'service.unavailable', unavailable]],
  [134101, ['transient', 'service.unavailable', unavailable, after(600)]],
  [2494100, ['transient', 'number.inMaintenance', unavailable, after(60)]],

  [4, ['rate', 'rate.tooManyCalls', callRate, after(60)]],
  [613, ['rate', 'rate.tooManyCalls', callRate, after(60)]],
  [80007, ['rate', 'rate.tooManyCalls', callRate, after(60)]],
  [80008, ['rate', 'rate.tooManyCalls', callRate, after(60)]],
  // The limit is one of a second; who is refused again waits longer (`server/outbox/channel-gates.ts`).
  [130429, ['rate', 'rate.tooFast', 'We send faster than the number may. Messages go out by themselves.', after(1)]],
  [
    131048,
    [
      'rate',
      'rate.tooManyReports',
      'Customers report our messages as spam. Pause campaigns; messages wait.',
      { retryAfterSeconds: hour, needsPerson: true },
    ],
  ],
  // The one rate limit that concerns a single customer. Each further refusal makes the wait four times as long.
  [
    131056,
    [
      'rate',
      'rate.tooFastForContact',
      'Too many messages to this customer at once. They go out by themselves.',
      { retryAfterSeconds: 4, scope: 'contact' },
    ],
  ],
  [
    132069,
    [
      'rate',
      'form.throttled',
      'This WhatsApp form may be sent only 10 times an hour now.',
      { retryAfterSeconds: 600, scope: 'message', mostAttempts: 2 },
    ],
  ],
  [
    133016,
    [
      'rate',
      'number.tooManyRegistrations',
      'The number was registered too often. It can be tried in 72 hours.',
      { retryAfterSeconds: 72 * hour, needsPerson: true },
    ],
  ],

  [0, ['account', 'token.invalid', token]],
  [190, ['account', 'token.invalid', token]],
  [3, ['account', 'permission.missing', permission]],
  [10, ['account', 'permission.missing', permission]],
  [131005, ['account', 'permission.missing', permission]],
  [33, ['account', 'number.unknown', 'WhatsApp does not know our business number. Check its id in Settings.']],
  [
    368,
    ['account', 'account.restricted', 'WhatsApp has restricted the account for a policy. Read its notice.', after(300)],
  ],
  [
    131031,
    ['account', 'account.locked', 'WhatsApp has locked the account. See its state in Business Manager.', after(300)],
  ],
  [131037, ['account', 'number.withoutName', 'The business number needs an approved display name.', after(300)]],
  [131042, ['account', 'payment.failed', payment, after(300)]],
  [
    131044,
    ['account', 'payment.failed', 'WhatsApp cannot charge for calls. Check the payment method.', thisMessageOnly],
  ],
  [131045, ['account', 'number.notRegistered', registration, after(300)]],
  [131063, ['account', 'marketing.disabled', 'Marketing is switched off for this account.', thisMessageOnly]],
  [
    131064,
    [
      'account',
      'template.misused',
      'WhatsApp has blocked templates of a wrong category. Correct them.',
      thisMessageOnly,
    ],
  ],
  [133001, ['account', 'number.notRegistered', registration, after(300)]],
  [133002, ['account', 'number.notRegistered', registration, after(300)]],
  [133003, ['account', 'number.notRegistered', registration, after(300)]],
  [133005, ['account', 'number.notRegistered', registration, after(hour)]],
  [133006, ['account', 'number.notRegistered', registration, after(300)]],
  [133007, ['account', 'number.blocked', 'WhatsApp has blocked the business number. Ask its support.', after(hour)]],
  [133008, ['account', 'number.notRegistered', registration, after(hour)]],
  [133009, ['account', 'number.notRegistered', registration, after(300)]],
  [133010, ['account', 'number.notRegistered', registration, after(300)]],
  [133015, ['account', 'number.notRegistered', registration, after(300)]],
  [134011, ['account', 'payment.termsOpen', 'The payment terms of WhatsApp must be accepted first.', thisMessageOnly]],
  [134102, ['account', 'marketing.unavailable', 'The marketing API is not open to this account.', thisMessageOnly]],
  [136025, ['account', 'number.notRegistered', registration, after(hour)]],

  [130403, ['permanent', 'contact.blockedByUs', 'We have blocked this customer. Unblock them first.']],
  [130472, ['permanent', 'contact.inExperiment', 'WhatsApp shows this customer no marketing. Wait until they write.']],
  [130497, ['permanent', 'country.notAllowed', 'The account may not write to customers of this country.']],
  [131020, ['permanent', 'group.refused', group]],
  [
    131026,
    ['permanent', 'contact.unreachable', 'The number is not on WhatsApp, or cannot get this message. Try a call.'],
  ],
  [131041, ['permanent', 'group.refused', group]],
  [131043, ['permanent', 'message.expired', 'The message could not be delivered in time.']],
  [131047, ['permanent', 'window.closed', 'The customer last wrote over 24 hours ago. Only a template can be sent.']],
  [
    131049,
    ['permanent', 'contact.marketingCapReached', 'This customer got enough marketing for now. Wait a day or more.'],
  ],
  [131050, ['permanent', 'contact.marketingStopped', 'The customer has stopped marketing messages from us.']],
  [131059, ['permanent', 'group.refused', group]],
  [131060, ['permanent', 'message.unavailable', 'The message is not available to us.']],
  [131062, ['permanent', 'contact.phoneNeeded', 'This kind of message needs the phone number of the customer.']],
  [132015, ['permanent', 'template.paused', 'WhatsApp has paused this template for its quality. Use another one.']],
  [132016, ['permanent', 'template.disabled', 'WhatsApp has disabled this template. Make a new one.']],
  [132068, ['permanent', 'form.blocked', 'WhatsApp has blocked this form. Correct it first.']],
  [137000, ['permanent', 'contact.identityChanged', 'The identity of the customer has changed. Verify it first.']],

  [100, ['caller', 'message.malformed', malformed]],
  [131001, ['caller', 'message.tooLong', 'The message is too long for WhatsApp. Shorten it.']],
  [131002, ['caller', 'message.malformed', malformed]],
  [131006, ['caller', 'message.malformed', malformed]],
  [131008, ['caller', 'message.incomplete', malformed]],
  [131009, ['caller', 'message.malformed', malformed]],
  [131021, ['caller', 'contact.isOurselves', 'The number is our own. A message cannot be sent to it.']],
  [131030, ['caller', 'contact.notTester', 'A test number writes only to numbers on its list. Add this one.']],
  [131051, ['caller', 'message.unsupported', malformed]],
  [131052, ['caller', 'file.unreadable', file]],
  [131055, ['caller', 'template.notMarketing', template]],
  [132000, ['caller', 'template.variablesMismatch', template]],
  [132001, ['caller', 'template.missing', 'The template is not approved in this language. Check Templates.']],
  [132005, ['caller', 'template.tooLong', template]],
  [132007, ['caller', 'template.policy', 'The content breaks a policy of WhatsApp. Change the template.']],
  [132008, ['caller', 'template.variablesMismatch', template]],
  [132012, ['caller', 'template.variablesMismatch', template]],
  [132018, ['caller', 'template.variablesMismatch', template]],
  [134100, ['caller', 'template.notMarketing', template]],
  [135000, ['caller', 'message.malformed', malformed]],
  [2388019, ['caller', 'template.tooMany', 'The account has as many templates as it may. Delete some first.']],
  [2388039, ['caller', 'template.locked', 'The template cannot be changed in its present state. Wait for the review.']],
  [2388040, ['caller', 'template.tooLong', 'A part of the template is too long. Shorten it.']],
  [2388047, ['caller', 'template.malformed', 'WhatsApp does not take the header of the template. Correct it.']],
  [2388072, ['caller', 'template.malformed', 'WhatsApp does not take the body of the template. Correct it.']],
  [2388073, ['caller', 'template.malformed', 'WhatsApp does not take the footer of the template. Correct it.']],
  [2388293, ['caller', 'template.malformed', 'The template has too many variables for its length. Add words.']],
  [2388299, ['caller', 'template.malformed', 'A variable may not be first or last in the template. Add words.']],
]);
