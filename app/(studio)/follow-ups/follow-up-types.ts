import type { inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';

type Outputs = inferRouterOutputs<ApiRouter>['followUps'];

export type FollowUp = Outputs['list'][number];
export type FollowUpStatus = FollowUp['status'];
export type FollowUpContact = Outputs['contacts'][number];
export type PlanStep = FollowUp['steps'][number];
