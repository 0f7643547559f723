import type { inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from '@/server/api';

type Outputs = inferRouterOutputs<ApiRouter>['whatsapp'];

export type Overview = Outputs['overview'];
export type KnownNumber = Overview['numbers'][number];
export type NumberCheck = KnownNumber['checks'][number];
export type SendProgress = Outputs['progress'];
export type Receipt = Outputs['receipts'][number];
export type Alert = Outputs['alerts'][number];
