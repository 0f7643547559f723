import { z } from 'zod';
import { durationMs } from '../duration';
import type { FunctionConfig } from '../types';

/** How a function wants its runs to be held back, with all spans in milliseconds. */
type FlowConfig = z.output<typeof flowConfig>;

const read = new WeakMap<FunctionConfig, FlowConfig>();

/** Reads what a function asks for. A part that makes no sense counts as absent, so that the others still hold. */
export function flowConfigOf(config: FunctionConfig): FlowConfig {
  const known = read.get(config);
  if (known) return known;
  const parsed = flowConfig.parse(config);
  read.set(config, parsed);
  return parsed;
}

const span = z.string().transform((text, context) => {
  const ms = durationMs(text);
  if (ms !== undefined && ms > 0) return ms;
  context.addIssue({ code: 'custom', message: 'not a time span' });
  return z.NEVER;
});

const key = z.string().nullish();

const limit = z.object({ limit: z.int().min(0), key, scope: z.enum(['fn', 'env', 'account']).nullish() });

const limits = z
  .union([
    z.number().transform((most) => [{ limit: most, key: null, scope: null }]),
    limit.transform((one) => [one]),
    z.array(limit).max(2), // Inngest allows no third
  ])
  .transform((all) => all.filter((one) => one.limit > 0)); // 0 is how the SDK says "no limit"

const flowConfig = z.object({
  idempotency: z.string().nullish().catch(null),
  rateLimit: z.object({ key, limit: z.number().positive(), period: span }).nullish().catch(null),
  throttle: z
    .object({ key, limit: z.number().positive(), period: span, burst: z.number().min(1).nullish() })
    .nullish()
    .catch(null),
  debounce: z.object({ key, period: span, timeout: span.nullish() }).nullish().catch(null),
  batchEvents: z
    .object({ key, maxSize: z.number().min(1), timeout: span, if: z.string().nullish() })
    .nullish()
    .catch(null),
  singleton: z
    .object({ key, mode: z.enum(['skip', 'cancel']) })
    .nullish()
    .catch(null),
  priority: z.object({ run: z.string().nullish() }).nullish().catch(null),
  concurrency: limits.catch([]),
});
