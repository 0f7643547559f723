import { z } from 'zod';
import { callGraph, type GraphAnswer } from './call-graph';
import type { WhatsAppConfig } from './config';
import { explainError } from './errors';

/** What WhatsApp says of one of our numbers; null where it does not say. */
export type NumberFacts = {
  readonly displayNumber: string | null;
  readonly name: string | null;
  readonly nameStatus: string | null; // APPROVED, PENDING_REVIEW, DECLINED, …
  readonly quality: string | null; // GREEN, YELLOW, RED, UNKNOWN
  readonly throughput: string | null; // STANDARD, HIGH, NOT_APPLICABLE
  readonly limit: string | null; // TIER_250, TIER_2K, TIER_10K, TIER_100K, TIER_UNLIMITED
  readonly health: string | null; // AVAILABLE, LIMITED, BLOCKED
  readonly healthReason: string | null;
  readonly platform: string | null; // CLOUD_API, ON_PREMISE, NOT_APPLICABLE
  readonly webhookUrl: string | null;
  readonly dataRegion: string | null;
};

/** `code` is ours and lasting; `detail` is for a person. */
export type NumberFailure = {
  readonly ok: false;
  readonly code: string;
  readonly detail: string;
};

/** Asks WhatsApp about one of our numbers. Never throws. */
export async function fetchNumber(
  config: WhatsAppConfig,
  phoneNumberId: string,
): Promise<{ readonly ok: true; readonly facts: NumberFacts } | NumberFailure> {
  const answer = await callGraph(config, { method: 'GET', path: phoneNumberId, query: { fields }, deadlineMs });
  const read = judge(answer, numberAnswer);
  return read.ok ? { ok: true, facts: toFacts(read.value) } : read;
}

/** Whether our app gets the webhooks of the account, and makes it so. Never throws. */
export async function fetchSubscription(
  config: WhatsAppConfig,
  businessAccountId: string,
): Promise<{ readonly ok: true; readonly isSubscribed: boolean } | NumberFailure> {
  const path = `${businessAccountId}/subscribed_apps`;
  const read = judge(await callGraph(config, { method: 'GET', path, deadlineMs }), subscriptions);
  return read.ok ? { ok: true, isSubscribed: read.value.data.length > 0 } : read;
}

export async function subscribe(
  config: WhatsAppConfig,
  businessAccountId: string,
): Promise<{ readonly ok: true } | NumberFailure> {
  const path = `${businessAccountId}/subscribed_apps`;
  const read = judge(
    await callGraph(config, { method: 'POST', path, deadlineMs }),
    z.object({ success: z.literal(true) }),
  );
  return read.ok ? { ok: true } : read;
}

const deadlineMs = 10_000;
const fields = [
  'display_phone_number',
  'verified_name',
  'name_status',
  'quality_rating',
  'throughput',
  'whatsapp_business_manager_messaging_limit',
  'health_status',
  'platform_type',
  'webhook_configuration',
  'data_localization_region',
].join(',');

const text = z.string().nullish().catch(null);
const numberAnswer = z.object({
  display_phone_number: text,
  verified_name: text,
  name_status: text,
  quality_rating: text,
  throughput: z.object({ level: text }).nullish().catch(null),
  whatsapp_business_manager_messaging_limit: text,
  health_status: z
    .object({
      can_send_message: text,
      entities: z
        .array(
          z.object({
            errors: z
              .array(z.object({ error_description: text }))
              .nullish()
              .catch(null),
          }),
        )
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
  platform_type: text,
  webhook_configuration: z
    .object({ phone_number: text, whatsapp_business_account: text, application: text })
    .nullish()
    .catch(null),
  data_localization_region: text,
});
const subscriptions = z.object({ data: z.array(z.unknown()) });

function toFacts(answer: z.infer<typeof numberAnswer>): NumberFacts {
  const { webhook_configuration: webhook, health_status: health } = answer;
  const reasons = health?.entities?.flatMap((entity) => entity.errors ?? []) ?? [];
  return {
    displayNumber: answer.display_phone_number ?? null,
    name: answer.verified_name ?? null,
    nameStatus: answer.name_status ?? null,
    quality: answer.quality_rating ?? null,
    throughput: answer.throughput?.level ?? null,
    limit: answer.whatsapp_business_manager_messaging_limit ?? null,
    health: health?.can_send_message ?? null,
    healthReason: reasons.find((reason) => reason.error_description)?.error_description ?? null,
    platform: answer.platform_type ?? null,
    // The narrowest address is the one that is called (Cloud API reference, webhook overrides).
    webhookUrl: webhook?.phone_number ?? webhook?.whatsapp_business_account ?? webhook?.application ?? null,
    dataRegion: answer.data_localization_region ?? null,
  };
}

type Judged<Value> = { readonly ok: true; readonly value: Value } | NumberFailure;

function judge<Value>(answer: GraphAnswer, schema: z.ZodType<Value>): Judged<Value> {
  if (answer.type !== 'answered') {
    return { ok: false, code: 'send.unreachable', detail: 'WhatsApp could not be reached. Try again in a moment.' };
  }
  const refused = refusal.safeParse(answer.json);
  if (refused.success) {
    const { problem, sentence } = explainError(refused.data.error.code);
    return { ok: false, code: problem, detail: `${sentence} (WhatsApp error ${refused.data.error.code})` };
  }
  const read = schema.safeParse(answer.json);
  if (answer.status === 200 && read.success) return { ok: true, value: read.data };
  return { ok: false, code: 'send.unclearAnswer', detail: `WhatsApp gave no clear answer. (HTTP ${answer.status})` };
}

const refusal = z.object({ error: z.object({ code: z.int() }) });
