import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';

type Outputs = inferRouterOutputs<ApiRouter>['privacy'];
export type PrivacySettings = Outputs['settings']['settings'];
export type SealingState = Outputs['sealing'];
export type Notice = Outputs['notices']['notices'][number];
export type NoticeUse = Outputs['notices']['uses'][number];
export type Erasure = Outputs['erasures']['rows'][number];
export type OpenReason = inferRouterInputs<ApiRouter>['privacy']['openArchive']['reason'];
