import { z } from 'zod';
import type { AccountFact } from '../channel';
import { readAlert, readReview, readSecurity, readUpdate } from './read-account-alert';
import { looseObject, looseText, looseWords, withoutGaps } from './read-value';

/**
 * What a change of another field than `messages` says about our account, number or templates: `other` if the field is new, or
 * if what it must tell is missing.
 */
export function readAccountFact(field: string, value: unknown): AccountFact {
  // Meta's own sample of a quality update stands under another field's name, so its keys decide.
  const fact = templateQuality(value) ?? readers.get(field)?.(value);
  return fact ? withoutGaps(fact) : { type: 'other' };
}

type Reader = (value: unknown) => AccountFact | undefined;

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['message_template_status_update', templateStatus],
  ['message_template_components_update', templateEdited],
  ['template_category_update', templateCategory],
  ['phone_number_quality_update', numberChanged],
  ['business_capability_update', numberChanged],
  ['phone_number_name_update', numberNamed],
  ['account_update', readUpdate],
  ['account_alerts', readAlert],
  ['account_review_update', readReview],
  ['security', readSecurity],
]);

const waTemplate = {
  message_template_name: looseText.pipe(z.string()),
  message_template_language: looseText.pipe(z.string()),
  message_template_id: looseText,
};

function named(value: z.infer<z.ZodObject<typeof waTemplate>>) {
  return withoutGaps({
    name: value.message_template_name,
    language: value.message_template_language.replaceAll('-', '_'), // both are seen
    templateId: value.message_template_id,
  });
}

const waQuality = z.object({ ...waTemplate, new_quality_score: looseText.pipe(z.string()) });

function templateQuality(value: unknown): AccountFact | undefined {
  const read = waQuality.safeParse(value).data;
  return read && { type: 'template.quality', ...named(read), quality: read.new_quality_score };
}

const waTemplateStatus = z.object({
  ...waTemplate,
  event: looseText.pipe(z.string()),
  reason: looseText,
  rejection_info: looseObject({ reason: looseWords, recommendation: looseWords }),
  other_info: looseObject({ title: looseText, description: looseWords }),
});

function templateStatus(value: unknown): AccountFact | undefined {
  const read = waTemplateStatus.safeParse(value).data;
  if (!read) return undefined;
  const { reason, rejection_info: rejection, other_info: other } = read;
  const code = reason === 'NONE' ? undefined : reason;
  const parts = [code, rejection?.reason, rejection?.recommendation, other?.title, other?.description];
  const told = parts.filter((part) => part !== undefined).join('. ');
  return { type: 'template.status', ...named(read), status: read.event, reason: told === '' ? undefined : told };
}

function templateEdited(value: unknown): AccountFact | undefined {
  const read = z.object(waTemplate).safeParse(value).data;
  return read && { type: 'template.edited', ...named(read) };
}

const waCategory = z.object({
  ...waTemplate,
  new_category: looseText.pipe(z.string()),
  correct_category: looseText,
});

/** Announced beforehand, `new_category` is still the one of now; `correct_category` is what it will become. */
function templateCategory(value: unknown): AccountFact | undefined {
  const read = waCategory.safeParse(value).data;
  if (!read) return undefined;
  return { type: 'template.category', ...named(read), category: read.new_category, next: read.correct_category };
}

const waNumber = z.object({
  display_phone_number: looseText,
  event: looseText,
  current_limit: looseText,
  max_daily_conversations_per_business: looseText,
  max_daily_conversation_per_phone: looseText, // before limits were the business's
});

function numberChanged(value: unknown): AccountFact | undefined {
  const read = waNumber.safeParse(value).data;
  if (!read) return undefined;
  const limit =
    read.max_daily_conversations_per_business ?? read.max_daily_conversation_per_phone ?? read.current_limit;
  const contactsPerDay = limit === undefined ? undefined : readLimit(limit);
  if (contactsPerDay === undefined && read.event === undefined) return undefined;
  return {
    type: 'number.changed',
    displayNumber: read.display_phone_number,
    event: read.event,
    throughput: read.event === 'THROUGHPUT_UPGRADE' ? 'HIGH' : undefined, // the Graph API's name of the higher level
    contactsPerDay,
  };
}

/** Unique contacts in 24 hours: null is without limit, undefined that nothing is said. Written as 2000, "2000" or "TIER_2K". */
function readLimit(limit: string): number | null | undefined {
  if (limit === 'TIER_UNLIMITED' || limit === '-1') return null;
  const [, digits, thousands] = /^(?:TIER_)?([1-9]\d{0,8})(K?)$/.exec(limit) ?? [];
  if (digits === undefined) return undefined;
  return Number(digits) * (thousands === 'K' ? 1000 : 1);
}

const waName = z.object({
  display_phone_number: looseText,
  decision: looseText.pipe(z.string()),
  requested_verified_name: looseText,
  rejection_reason: looseText,
});

function numberNamed(value: unknown): AccountFact | undefined {
  const read = waName.safeParse(value).data;
  if (!read) return undefined;
  return {
    type: 'number.named',
    displayNumber: read.display_phone_number,
    decision: read.decision,
    name: read.requested_verified_name,
    reason: read.rejection_reason === 'NONE' ? undefined : read.rejection_reason,
  };
}
