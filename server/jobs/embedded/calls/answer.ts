import { z } from 'zod';
import type { JobError } from '../types';

/** One thing that the SDK reports or asks for. */
export const operation = z.looseObject({
  op: z.string(),
  id: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  opts: z.record(z.string(), z.unknown()).nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
});
export type Operation = z.infer<typeof operation>;

/** What an SDK answered to a call. `requestVersion` is undefined where it said none. */
export type Answer =
  | { readonly kind: 'finished'; readonly output: unknown; readonly requestVersion: number | undefined }
  | {
      readonly kind: 'operations';
      readonly operations: readonly Operation[];
      readonly retryAfterMs: number | undefined;
      readonly requestVersion: number | undefined;
    }
  | {
      readonly kind: 'failed';
      readonly error: JobError;
      readonly isRetryable: boolean;
      readonly retryAfterMs: number | undefined;
      readonly requestVersion: number | undefined;
    };

/** An error of the SDK, or of whoever stood between, as one. */
export function errorOf(value: unknown, fallback = 'The function failed and did not say why.'): JobError {
  if (typeof value === 'string') return errorOfText(value, fallback);
  if (typeof value !== 'object' || value === null) return { name: 'Error', message: fallback };
  const { name, message, stack, error } = value as Readonly<Record<string, unknown>>;
  if (typeof message !== 'string') return { name: 'Error', message: typeof error === 'string' ? error : fallback };
  return {
    ...value,
    name: typeof name === 'string' ? name : 'Error',
    message,
    ...(typeof stack === 'string' ? { stack } : {}),
  };
}

/** Errors may come as JSON within JSON. */
function errorOfText(text: string, fallback: string): JobError {
  try {
    const inner: unknown = JSON.parse(text);
    return typeof inner === 'string' ? { name: 'Error', message: inner } : errorOf(inner, fallback);
  } catch {
    return { name: 'Error', message: text.slice(0, 2_000) || fallback };
  }
}
