import type { inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';

type Outputs = inferRouterOutputs<ApiRouter>['account'];
export type Account = Outputs['me'];
export type Session = Outputs['sessions'][number];
