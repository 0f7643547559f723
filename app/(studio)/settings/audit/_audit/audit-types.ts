import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';

type Inputs = inferRouterInputs<ApiRouter>['audit']['list'];
export type AuditRow = inferRouterOutputs<ApiRouter>['audit']['list']['rows'][number];
/** What is looked for; the days as a date field writes them, empty for any. */
export type AuditFilter = Readonly<{
  search: string;
  act: NonNullable<Inputs['act']> | null;
  actorId: string | null;
  from: string;
  until: string;
}>;
export type AuditAsked = Omit<Inputs, 'before'>;
