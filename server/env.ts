import { z } from 'zod';
import { isDevServer } from './jobs/runner-kind';

/** Every variable that Vaarta reads. An empty string counts as unset; `.env.example` documents the same names. */
export const envSchema = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: webAddress().optional(),
  TRUSTED_PROXIES: z.string().optional(),
  VAARTA_DATA_DIR: z.string().default('.vaarta'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/[^\s/]+\/[^\s/?]+/, {
      error: 'must look like postgresql://user:password@host:5432/database',
    })
    .optional(),
  DATABASE_POOL_SIZE: wholeNumber(2, 500).default(20),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
  BURST_WINDOW_MS: wholeNumber(0, 60_000).default(1500),
  WHATSAPP_ACCESS_TOKEN: z.string().optional(),
  WHATSAPP_APP_SECRET: z.string().optional(),
  WHATSAPP_VERIFY_TOKEN: z.string().optional(),
  WHATSAPP_PHONE_NUMBER_ID: digitsList('the phone number id').optional(),
  WHATSAPP_BUSINESS_ACCOUNT_ID: z
    .string()
    .regex(/^\d+$/, { error: 'must be the digits of the WhatsApp Business account id' })
    .optional(),
  WHATSAPP_API_BASE_URL: webAddress().default('https://graph.facebook.com/v25.0'),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: webAddress().optional(),
  OPENAI_MODEL: z.string().default('gpt-5-mini'),
  OPENAI_TRANSCRIPTION_MODEL: z.string().default('gpt-4o-mini-transcribe'),
  OPENAI_SPEECH_MODEL: z.string().default('gpt-4o-mini-tts'),
  OPENAI_SPEECH_VOICE: z.string().default('coral'),
  VAARTA_SECRET: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
  VAARTA_PREVIOUS_SECRET: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
  MEDIA_S3_ENDPOINT: webAddress().optional(),
  MEDIA_S3_BUCKET: z.string().optional(),
  MEDIA_S3_REGION: z.string().default('auto'),
  MEDIA_S3_ACCESS_KEY_ID: z.string().optional(),
  MEDIA_S3_SECRET_ACCESS_KEY: z.string().optional(),
  INNGEST_DEV: z.string().optional(),
  INNGEST_SIGNING_KEY: z.string().optional(),
  INNGEST_EVENT_KEY: z.string().optional(),
  INNGEST_BASE_URL: webAddress().optional(),
});

export type Env = z.infer<typeof envSchema>;

export type EnvReading =
  | { readonly ok: true; readonly env: Env }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the variables of this process once. Throws when one is wrong: the launcher has checked them before. */
export function getEnv(): Env {
  if (known) return known;
  const reading = readEnv(process.env);
  if (!reading.ok) throw new Error(reading.problems.join(' '));
  known = reading.env;
  return known;
}

/** Reads the given variables; each wrong one becomes one sentence that never shows a secret's value. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): EnvReading {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = envSchema.safeParse(given);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(sentence) };
  const problem = missingWhatsApp(parsed.data) ?? problemOfInngest(parsed.data, source.NODE_ENV);
  if (problem) return { ok: false, problems: [problem] };
  return { ok: true, env: parsed.data };
}

/** The address under which others reach us; undefined while it is this machine only, which the launcher then names. */
export function publicAddress({ PUBLIC_URL }: Env): string | undefined {
  if (PUBLIC_URL === undefined) return;
  return /^(localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(new URL(PUBLIC_URL).hostname) ? undefined : PUBLIC_URL;
}

/** The addresses (or ranges) of the proxies in front of us, whose word on who asks is believed; none by default. */
export function trustedProxies({ TRUSTED_PROXIES }: Env): readonly string[] {
  return (TRUSTED_PROXIES ?? '').split(',').flatMap((address) => address.trim() || []);
}

/** What WhatsApp needs to be told, or undefined when only the simulator is used. */
export function whatsAppCredentials(env: Env): WhatsAppCredentials | undefined {
  const { WHATSAPP_ACCESS_TOKEN, WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN, WHATSAPP_PHONE_NUMBER_ID } = env;
  if (!WHATSAPP_ACCESS_TOKEN || !WHATSAPP_APP_SECRET || !WHATSAPP_VERIFY_TOKEN || !WHATSAPP_PHONE_NUMBER_ID) return;
  return {
    accessToken: WHATSAPP_ACCESS_TOKEN,
    appSecrets: WHATSAPP_APP_SECRET.split(',').map((secret) => secret.trim()),
    verifyToken: WHATSAPP_VERIFY_TOKEN,
    phoneNumberIds: WHATSAPP_PHONE_NUMBER_ID,
    businessAccountId: env.WHATSAPP_BUSINESS_ACCOUNT_ID,
  };
}

/** Where a language model is reached; null when none is configured. A server of one's own may need no key. */
export function modelConfig({ OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL }: Env): ModelConfig | null {
  if (OPENAI_API_KEY === undefined && OPENAI_BASE_URL === undefined) return null;
  return {
    apiKey: OPENAI_API_KEY ?? 'none',
    baseUrl: OPENAI_BASE_URL ?? 'https://api.openai.com/v1',
    model: OPENAI_MODEL,
  };
}

export type ModelConfig = Readonly<{ apiKey: string; baseUrl: string; model: string }>;

export type WhatsAppCredentials = {
  readonly accessToken: string;
  /** Two while one is being replaced by the other. */
  readonly appSecrets: readonly string[];
  readonly verifyToken: string;
  /** The number that begins conversations first. */
  readonly phoneNumberIds: readonly [string, ...string[]];
  /** Templates, and what WhatsApp says of the account, need it. */
  readonly businessAccountId: string | undefined;
};

/** Where files are kept when not on this machine's disk; undefined without a bucket. */
export function s3Config(env: Env): S3Config | undefined {
  const { MEDIA_S3_ENDPOINT, MEDIA_S3_BUCKET, MEDIA_S3_REGION, MEDIA_S3_ACCESS_KEY_ID, MEDIA_S3_SECRET_ACCESS_KEY } =
    env;
  if (!MEDIA_S3_BUCKET || !MEDIA_S3_ACCESS_KEY_ID || !MEDIA_S3_SECRET_ACCESS_KEY) return;
  return {
    endpoint: MEDIA_S3_ENDPOINT,
    bucket: MEDIA_S3_BUCKET,
    region: MEDIA_S3_REGION,
    accessKeyId: MEDIA_S3_ACCESS_KEY_ID,
    secretAccessKey: MEDIA_S3_SECRET_ACCESS_KEY,
  };
}

export type S3Config = {
  readonly endpoint: string | undefined;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

/** How voice is heard and spoken; null without an endpoint that could. */
export function speechConfig(env: Env): SpeechConfig | null {
  const model = modelConfig(env);
  if (model === null) return null;
  return {
    apiKey: model.apiKey,
    baseUrl: model.baseUrl,
    transcriptionModel: env.OPENAI_TRANSCRIPTION_MODEL,
    speechModel: env.OPENAI_SPEECH_MODEL,
    voice: env.OPENAI_SPEECH_VOICE,
  };
}

export type SpeechConfig = Readonly<{
  apiKey: string;
  baseUrl: string;
  transcriptionModel: string;
  speechModel: string;
  voice: string;
}>;

let known: Env | undefined;

const whatsAppNames = [
  'WHATSAPP_ACCESS_TOKEN',
  'WHATSAPP_APP_SECRET',
  'WHATSAPP_VERIFY_TOKEN',
  'WHATSAPP_PHONE_NUMBER_ID',
] as const;

function missingWhatsApp(env: Env): string | undefined {
  const missing = whatsAppNames.filter((name) => env[name] === undefined);
  if (missing.length === 0 || missing.length === whatsAppNames.length) return;
  return `WhatsApp needs all of ${whatsAppNames.join(', ')}, or none: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`;
}

/** The dev server signs nothing: whoever reaches the app could run its jobs. */
function problemOfInngest(env: Env, nodeEnv: string | undefined): string | undefined {
  if (nodeEnv === 'production' && isDevServer(env.INNGEST_DEV)) {
    return 'INNGEST_DEV is for development: in production set INNGEST_SIGNING_KEY and INNGEST_EVENT_KEY, or none of them.';
  }
  if ((env.INNGEST_SIGNING_KEY === undefined) === (env.INNGEST_EVENT_KEY === undefined)) return;
  if (isDevServer(env.INNGEST_DEV)) return;
  const missing = env.INNGEST_SIGNING_KEY === undefined ? 'INNGEST_SIGNING_KEY' : 'INNGEST_EVENT_KEY';
  return `Inngest needs INNGEST_SIGNING_KEY and INNGEST_EVENT_KEY, or none: ${missing} is missing.`;
}

function sentence(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.')} ${issue.message}.`;
}

function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .pipe(z.number().min(least, { error }).max(most, { error }));
}

/** Digits, or several separated by commas; the first is the main one. */
function digitsList(what: string) {
  const error = `must be the digits of ${what}, or several of them with commas between`;
  return z
    .string()
    .regex(/^\d+(\s*,\s*\d+)*$/, { error })
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.tuple([z.string()], z.string()));
}

function webAddress() {
  const error = 'must be a web address such as https://example.com';
  return z.url({ protocol: /^https?$/, error }).transform((url) => url.replace(/\/+$/, ''));
}
