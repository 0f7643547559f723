import { z } from 'zod';

/** Every variable that Vaarta reads. An empty string counts as unset; `.env.example` documents the same names. */
export const envSchema = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: webAddress().optional(),
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
  WHATSAPP_PHONE_NUMBER_ID: z
    .string()
    .regex(/^\d+$/, { error: 'must be the digits of the phone number id' })
    .optional(),
  WHATSAPP_API_BASE_URL: webAddress().default('https://graph.facebook.com/v25.0'),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: webAddress().optional(),
  OPENAI_MODEL: z.string().default('gpt-5-mini'),
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
  const missing = missingWhatsApp(parsed.data);
  if (missing) return { ok: false, problems: [missing] };
  return { ok: true, env: parsed.data };
}

/** The four values that WhatsApp needs, or undefined when only the simulator is used. */
export function whatsAppCredentials(env: Env): WhatsAppCredentials | undefined {
  const { WHATSAPP_ACCESS_TOKEN, WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN, WHATSAPP_PHONE_NUMBER_ID } = env;
  if (!WHATSAPP_ACCESS_TOKEN || !WHATSAPP_APP_SECRET || !WHATSAPP_VERIFY_TOKEN || !WHATSAPP_PHONE_NUMBER_ID) return;
  return {
    accessToken: WHATSAPP_ACCESS_TOKEN,
    appSecret: WHATSAPP_APP_SECRET,
    verifyToken: WHATSAPP_VERIFY_TOKEN,
    phoneNumberId: WHATSAPP_PHONE_NUMBER_ID,
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
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly phoneNumberId: string;
};

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

function webAddress() {
  const error = 'must be a web address such as https://example.com';
  return z.url({ protocol: /^https?$/, error }).transform((url) => url.replace(/\/+$/, ''));
}
