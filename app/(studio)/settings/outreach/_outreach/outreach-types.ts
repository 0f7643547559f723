import type { inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';

type Outputs = inferRouterOutputs<ApiRouter>['followUps'];

/** What is set, and what a new installation has. */
export type OutreachReading = Outputs['outreach'];
export type OutreachSettings = OutreachReading['settings'];
export type FollowUpReading = Outputs['settings'];
export type FollowUpSettings = FollowUpReading['settings'];
export type Holiday = OutreachSettings['holidays'][number];
