import type { inferRouterOutputs } from '@trpc/server';
import { z } from 'zod';
import type { ApiRouter } from '@/server/api';

export type RetentionReading = inferRouterOutputs<ApiRouter>['retention']['settings'];
export type RetentionSettings = RetentionReading['defaults'];

export const conversationDays = ['prospectDays', 'notInterestedDays', 'completedDays'] as const;
export const recordDays = ['followUpDays', 'importDays', 'statusDays'] as const;
const allDays = [...conversationDays, ...recordDays] as const;
export type DaysName = (typeof allDays)[number];

/** Days as they are typed. */
export const retentionEdits = z.partialRecord(z.enum(allDays), z.string());
export type RetentionEdits = Readonly<z.infer<typeof retentionEdits>>;
export type RetentionValues = Readonly<Record<DaysName, string>>;

export function toFormValues(settings: RetentionSettings): RetentionValues {
  return {
    prospectDays: String(settings.prospectDays),
    notInterestedDays: String(settings.notInterestedDays),
    completedDays: String(settings.completedDays),
    followUpDays: String(settings.followUpDays),
    importDays: String(settings.importDays),
    statusDays: String(settings.statusDays),
  };
}

/** For the server, which checks every bound; what is no number becomes NaN, which it refuses. */
export function toSettings(values: RetentionValues, saved: RetentionSettings): RetentionSettings {
  const days = allDays.map((name) => [name, values[name].trim() === '' ? Number.NaN : Number(values[name])]);
  return { ...saved, ...Object.fromEntries(days) };
}

/** Only what differs from what is saved. */
export function editsBetween(saved: RetentionValues, wanted: RetentionValues): RetentionEdits {
  return Object.fromEntries(allDays.filter((name) => saved[name] !== wanted[name]).map((name) => [name, wanted[name]]));
}
