import type { inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';

export type Costs = inferRouterOutputs<ApiRouter>['costs']['summary'];
export type Rates = inferRouterOutputs<ApiRouter>['costs']['rates']['rates'];
