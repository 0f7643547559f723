import { z } from 'zod';

const limit = z.looseObject({ limit: z.number(), key: z.string().nullish(), scope: z.string().nullish() });

/** One function as the SDK registers it: what the runner needs of it. Durations are as Inngest writes them (`10s`, `2h`). */
export const functionConfig = z.looseObject({
  id: z.string().min(1),
  name: z.string(),
  triggers: z.array(
    z.looseObject({ event: z.string().nullish(), expression: z.string().nullish(), cron: z.string().nullish() }),
  ),
  steps: z.record(
    z.string(),
    z.looseObject({
      runtime: z.looseObject({ url: z.string() }),
      retries: z.looseObject({ attempts: z.number().int().min(0) }).nullish(),
    }),
  ),
  idempotency: z.string().nullish(),
  batchEvents: z
    .looseObject({ maxSize: z.number(), timeout: z.string(), key: z.string().nullish(), if: z.string().nullish() })
    .nullish(),
  rateLimit: z.looseObject({ limit: z.number(), period: z.string(), key: z.string().nullish() }).nullish(),
  throttle: z
    .looseObject({ limit: z.number(), period: z.string(), burst: z.number().nullish(), key: z.string().nullish() })
    .nullish(),
  concurrency: z.union([z.number(), limit, z.array(limit)]).nullish(),
  debounce: z.looseObject({ period: z.string(), key: z.string().nullish(), timeout: z.string().nullish() }).nullish(),
  priority: z.looseObject({ run: z.string().nullish() }).nullish(),
  timeouts: z.looseObject({ start: z.string().nullish(), finish: z.string().nullish() }).nullish(),
  singleton: z.looseObject({ key: z.string().nullish(), mode: z.string() }).nullish(),
  cancel: z
    .array(z.looseObject({ event: z.string(), if: z.string().nullish(), timeout: z.string().nullish() }))
    .nullish(),
});
export type FunctionConfig = z.infer<typeof functionConfig> & { readonly appId: string };

/** A row of `job_events`. `id` is ours; `externalId` is what its sender called it, or the same. `ts` in milliseconds. */
export type StoredEvent = {
  readonly id: string;
  readonly externalId: string;
  readonly name: string;
  readonly data: unknown;
  readonly user: unknown;
  readonly v: string | null;
  readonly ts: number;
};

/** An event as the SDK and the expressions see it. */
export type WireEvent = {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
  readonly user: unknown;
  readonly v?: string;
  readonly ts: number;
};

/** What others see of an event of ours. */
export function wireEvent({ externalId, name, data, user, v, ts }: StoredEvent): WireEvent {
  return { id: externalId, name, data, user: user ?? {}, ts, ...(v === null ? {} : { v }) };
}

/** An error as the SDK writes one. */
export type JobError = { readonly name: string; readonly message: string; readonly stack?: string };

/** What the parts of the runner need of the world; a test moves the clock and shortens the back-off. */
export type RunnerWorld = {
  /** The worker (`worker_processes`) whose death frees the calls that are under way. */
  readonly owner: string;
  readonly call: (url: string, init: RequestInit) => Promise<Response>;
  readonly nowMs: () => number;
  /** How long to wait after the failure of an attempt (0 is the first). */
  readonly backOffMs: (attempt: number) => number;
  readonly signingKey: string | undefined;
  readonly eventKey: string | undefined;
  /** Items that this process is busy with: what it owns besides was left by a failure, and is freed. */
  readonly busy: Set<string>;
  /** Whether this process is to begin no new call. */
  readonly isStopping: () => boolean;
  /** Makes the clock look again after `delayMs`. */
  readonly wakeClock: (delayMs: number) => void;
};
