import type { inferRouterOutputs } from '@trpc/server';
import { z } from 'zod';
import type { ApiRouter } from '@/server/api';

export type HandoverReading = inferRouterOutputs<ApiRouter>['handovers']['settings'];
export type HandoverSettings = HandoverReading['defaults'];

export const answering = ['slaMinutes', 'remindMinutes', 'escalateMinutes'] as const;
export const silence = ['reassignMinutes', 'offerReturnMinutes'] as const;
const allMinutes = [...answering, ...silence] as const;
export type MinutesName = (typeof allMinutes)[number];

/** Minutes as they are typed. */
export const handoverEdits = z
  .object({
    slaMinutes: z.string(),
    remindMinutes: z.string(),
    escalateMinutes: z.string(),
    reassignMinutes: z.string(),
    offerReturnMinutes: z.string(),
    officeHoursFromFacts: z.boolean(),
  })
  .partial();
export type HandoverEdits = Readonly<z.infer<typeof handoverEdits>>;
export type HandoverValues = Readonly<Required<HandoverEdits>>;

export function toFormValues(settings: HandoverSettings): HandoverValues {
  return {
    slaMinutes: String(settings.slaMinutes),
    remindMinutes: String(settings.remindMinutes),
    escalateMinutes: String(settings.escalateMinutes),
    reassignMinutes: String(settings.reassignMinutes),
    offerReturnMinutes: String(settings.offerReturnMinutes),
    officeHoursFromFacts: settings.officeHoursFromFacts,
  };
}

/** For the server, which checks every bound; what is no number becomes NaN, which it refuses. */
export function toSettings(values: HandoverValues): HandoverSettings {
  return {
    slaMinutes: toNumber(values.slaMinutes),
    remindMinutes: toNumber(values.remindMinutes),
    escalateMinutes: toNumber(values.escalateMinutes),
    reassignMinutes: toNumber(values.reassignMinutes),
    offerReturnMinutes: toNumber(values.offerReturnMinutes),
    officeHoursFromFacts: values.officeHoursFromFacts,
  };
}

/** Only what differs from what is saved. */
export function editsBetween(saved: HandoverValues, wanted: HandoverValues): HandoverEdits {
  const { officeHoursFromFacts } = wanted;
  const minutes = allMinutes.filter((name) => saved[name] !== wanted[name]).map((name) => [name, wanted[name]]);
  return {
    ...Object.fromEntries(minutes),
    ...(officeHoursFromFacts === saved.officeHoursFromFacts ? {} : { officeHoursFromFacts }),
  };
}

function toNumber(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Number(typed);
}
