import type { inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';

export type SpeechReading = inferRouterOutputs<ApiRouter>['speech']['settings'];
