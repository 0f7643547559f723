import type { inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';

type Outputs = inferRouterOutputs<ApiRouter>;

export type Lead = Outputs['leads']['list']['rows'][number];
export type LeadCount = Outputs['leads']['list']['total'];
export type Choices = Outputs['leads']['choices'];
export type BoardColumn = Outputs['leads']['board'][number];
