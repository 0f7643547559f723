import { z } from 'zod';
import type { AccountFact } from '../channel';
import { anything, looseNumber, looseObject, looseText, looseWords, readList, shortName } from './read-value';

/** A change of `account_update`: the account was restricted, reviewed, linked, removed. */
export function readUpdate(value: unknown): AccountFact | undefined {
  const read = waUpdate.safeParse(value).data;
  if (!read) return undefined;
  const { event, violation_info: violation, ban_info: ban, restriction_info: restrictions } = read;
  if (event === 'DISABLED_UPDATE') return alert(bans.get(ban?.waba_ban_state ?? '') ?? disabled);
  const known = updates.get(event);
  const limits = readList(waRestriction, restrictions, 10).map(restrictionWords);
  const details = [violation?.violation_type, ...limits].filter((part) => part !== undefined).join('; ');
  if (known) return alert(known, details);
  return alert(['warning', `account.${codeWord(event)}`, `WhatsApp reports about the account: ${event}.`], details);
}

/** A change of `account_alerts`: WhatsApp's own notes to a business, in its own words. */
export function readAlert(value: unknown): AccountFact | undefined {
  const read = waAlert.safeParse(value).data;
  if (!read) return undefined;
  const {
    alert_type: type,
    alert_severity: severity,
    alert_status: status,
    alert_description: words,
  } = read.alert_info;
  const weight = status === 'NONE' ? 'information' : (severities.get(severity ?? '') ?? 'warning');
  return alert([weight, `account.${codeWord(type)}`, words ?? `WhatsApp reports about the account: ${type}.`]);
}

/** A change of `account_review_update`: whether WhatsApp accepts the business. */
export function readReview(value: unknown): AccountFact | undefined {
  const decision = waReview.safeParse(value).data?.decision;
  return decision === undefined ? undefined : alert(reviews.get(decision) ?? reviewOpen);
}

/** A change of `security`: somebody touched the number's two-step PIN. Who did is left out, since it names a person. */
export function readSecurity(value: unknown): AccountFact | undefined {
  const event = waSecurity.safeParse(value).data?.event;
  if (event === undefined) return undefined;
  const sentence = `WhatsApp reports about the PIN of the number: ${event}. If nobody of you did this, act now.`;
  return alert(['warning', `number.${codeWord(event)}`, sentence]);
}

type Severity = Extract<AccountFact, { type: 'account.alert' }>['severity'];
type Row = readonly [severity: Severity, code: string, sentence: string];

/** WhatsApp's word for what happened, short enough for a sentence. */
const waEvent = looseText.pipe(z.string().transform(shortName));

const waUpdate = z.object({
  event: waEvent,
  violation_info: looseObject({ violation_type: looseText }),
  ban_info: looseObject({ waba_ban_state: looseText }),
  restriction_info: anything,
});
const waRestriction = z.object({ restriction_type: waEvent, expiration: looseNumber });
const waAlert = z.object({
  alert_info: z.object({
    alert_type: waEvent,
    alert_severity: looseText,
    alert_status: looseText,
    alert_description: looseWords,
  }),
});
const waReview = z.object({ decision: waEvent });
const waSecurity = z.object({ event: waEvent });

// Source: Cloud API reference, webhook fields (2026-09). An event that is not here is shown as a warning, by its name.
const updates: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['ACCOUNT_DELETED', ['critical', 'account.deleted', 'The WhatsApp account was deleted. Nothing can be sent.']],
  ['ACCOUNT_OFFBOARDED', ['critical', 'account.offboarded', 'The number has left the platform. Nothing can be sent.']],
  ['ACCOUNT_RECONNECTED', ['information', 'account.reconnected', 'The number is connected to the platform again.']],
  ['ACCOUNT_RESTRICTION', ['critical', 'account.restricted', 'WhatsApp has restricted the account for a policy.']],
  ['ACCOUNT_VIOLATION', ['warning', 'account.violation', 'WhatsApp saw a policy violation. Read its notice.']],
  ['PARTNER_REMOVED', ['critical', 'account.appRemoved', 'Our app was removed from the account. Connect it again.']],
  [
    'PARTNER_APP_UNINSTALLED',
    ['critical', 'account.appRemoved', 'Our app was removed from the account. Connect it again.'],
  ],
  ['PARTNER_ADDED', ['information', 'account.appAdded', 'Our app was added to the account.']],
  ['PARTNER_APP_INSTALLED', ['information', 'account.appAdded', 'Our app was added to the account.']],
  ...quiet('PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE', 'BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE'),
  ...quiet('AUTH_INTL_PRICE_ELIGIBILITY_UPDATE', 'VOLUME_BASED_PRICING_TIER_UPDATE'),
  ...quiet('AD_ACCOUNT_LINKED', 'MM_LITE_TERMS_SIGNED'),
]);

const disabled: Row = ['critical', 'account.disabled', 'WhatsApp has disabled the account. Nothing can be sent.'];
const bans: ReadonlyMap<string, Row> = new Map<string, Row>([
  [
    'SCHEDULE_FOR_DISABLE',
    ['critical', 'account.disabledSoon', 'WhatsApp will disable the account. Appeal in Business Manager now.'],
  ],
  ['DISABLE', disabled],
  ['REINSTATE', ['information', 'account.reinstated', 'WhatsApp has enabled the account again.']],
]);

const reviewOpen: Row = ['information', 'account.inReview', 'WhatsApp has not decided about the business yet.'];
const reviews: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['APPROVED', ['information', 'account.approved', 'WhatsApp has accepted the business.']],
  ['REJECTED', ['critical', 'account.rejected', 'WhatsApp has refused the business. Appeal in Business Manager.']],
]);

const severities: ReadonlyMap<string, Severity> = new Map<string, Severity>([
  ['CRITICAL', 'critical'],
  ['WARNING', 'warning'],
  ['INFORMATIONAL', 'information'],
]);

/** Events that are only worth knowing, named after WhatsApp's own word. */
function quiet(...events: readonly string[]): [string, Row][] {
  return events.map((event) => [
    event,
    ['information', `account.${codeWord(event)}`, `WhatsApp reports about the account: ${event}.`],
  ]);
}

function alert([severity, code, sentence]: Row, details = ''): AccountFact {
  const detail = details === '' ? sentence : `${sentence} (${details})`;
  return { type: 'account.alert', severity, code, detail };
}

function restrictionWords({ restriction_type: type, expiration: seconds }: z.infer<typeof waRestriction>): string {
  const isTime = seconds !== undefined && seconds > 0 && seconds < 1e11;
  return isTime ? `${type} until ${new Date(seconds * 1000).toISOString()}` : type;
}

/** WhatsApp's word for an event as the second half of a code: `PROFILE_PICTURE_LOST` is `profilePictureLost`. */
function codeWord(event: string): string {
  const [first = '', ...rest] =
    event
      .replace(/^ACCOUNT_/, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.slice(0, 8) ?? [];
  const word = [first, ...rest.map((part) => part.charAt(0).toUpperCase() + part.slice(1))].join('').slice(0, 48);
  return word === '' ? 'reported' : word;
}
