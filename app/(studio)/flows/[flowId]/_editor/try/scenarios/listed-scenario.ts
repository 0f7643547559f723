import type { inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';

/** A scenario of the flow as the server gives it: a shipped one, or one that somebody recorded. */
export type ListedScenario = inferRouterOutputs<ApiRouter>['scenarios']['list'][number];
