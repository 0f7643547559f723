import { z } from 'zod';
import { formProblems } from '@/flows/edit/form-problem';

/** Why a schema refuses a value, as a sentence; null when it takes it. */
export function schemaProblem(schema: z.core.$ZodType, value: unknown): string | null {
  const parsed = z.safeParse(schema, value);
  return parsed.success ? null : (formProblems(parsed.error.issues, value)[0]?.message ?? null);
}
