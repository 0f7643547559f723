import type { inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';

/** One version of a flow as the server gives it. */
export type FlowReading = inferRouterOutputs<ApiRouter>['flows']['read'];
