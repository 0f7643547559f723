import { z } from 'zod';
import type { UnderstandingSettings } from '../../_reading/reading-types';

/** The settings as a person edits them: shares in percent, numbers as they are typed. */
export const formValues = z.object({
  engine: z.enum(['auto', 'llm', 'embedded']),
  sureFrom: z.number(),
  sureAhead: z.number(),
  draftsReplies: z.boolean(),
  mostTokensPerContactPerDay: z.string(),
  mostInrPerDay: z.string(),
  inrPerMillionPromptTokens: z.string(),
  inrPerMillionCompletionTokens: z.string(),
});
export type FormValues = Readonly<z.infer<typeof formValues>>;

/** What a person changed and has not saved. */
export type Edits = Readonly<Partial<FormValues>>;

export function toFormValues(settings: UnderstandingSettings): FormValues {
  const { engine, draftsReplies } = settings;
  return {
    engine,
    draftsReplies,
    sureFrom: Math.round(settings.sureFrom * 100),
    sureAhead: Math.round(settings.sureAhead * 100),
    mostTokensPerContactPerDay: String(settings.mostTokensPerContactPerDay),
    mostInrPerDay: String(settings.mostInrPerDay),
    inrPerMillionPromptTokens: String(settings.inrPerMillionPromptTokens),
    inrPerMillionCompletionTokens: String(settings.inrPerMillionCompletionTokens),
  };
}

/** For the server, which checks every bound; what is no number becomes NaN, which it refuses. */
export function toSettings(values: FormValues): UnderstandingSettings {
  return {
    engine: values.engine,
    draftsReplies: values.draftsReplies,
    sureFrom: values.sureFrom / 100,
    sureAhead: values.sureAhead / 100,
    mostTokensPerContactPerDay: numberOf(values.mostTokensPerContactPerDay),
    mostInrPerDay: numberOf(values.mostInrPerDay),
    inrPerMillionPromptTokens: numberOf(values.inrPerMillionPromptTokens),
    inrPerMillionCompletionTokens: numberOf(values.inrPerMillionCompletionTokens),
  };
}

/** Only what differs from what is saved. */
export function editsBetween(saved: FormValues, wanted: FormValues): Edits {
  const names = formValues.keyof().options;
  return Object.fromEntries(names.filter((name) => saved[name] !== wanted[name]).map((name) => [name, wanted[name]]));
}

/** The number that was typed, or NaN. */
export function numberOf(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Number(typed);
}
