import type { inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';

type Outputs = inferRouterOutputs<ApiRouter>['facts'];

export type FactsReading = Outputs['read'];
export type FactsVersion = Outputs['history'][number];
