import type { inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';

type Outputs = inferRouterOutputs<ApiRouter>;

export type LeadDetails = Outputs['leads']['read'];
export type Fact = LeadDetails['facts'][number];
export type TimelineEntry = Outputs['leads']['timeline']['entries'][number];
export type Note = Outputs['notes']['list'][number];
export type Task = Outputs['tasks']['list'][number];
