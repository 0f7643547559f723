import type { inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';

export type Answer = inferRouterOutputs<ApiRouter>['canned']['list'][number];
